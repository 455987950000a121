// exercise: 7.4
// thinks: Every environment that ends helps.
// hint: If even all idle environments together would not do, what is won by ending some of them?
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    int free = budgetMiB - usedMiB + memoryOf(State.STOPPING);
    var leaving = new ArrayList<PooledEnvironment>();
    for (PooledEnvironment oldest : idle()) {
        if (free >= memoryMiB) break;
        leaving.add(oldest);
        free += oldest.memoryMiB();
    }
    return leaving;
}
