// exercise: 7.4
// thinks: Only what has ended gives memory back.
// hint: Ending takes a moment. Did you count the memory that is about to come free?
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    int free = budgetMiB - usedMiB;
    var leaving = new ArrayList<PooledEnvironment>();
    for (PooledEnvironment oldest : idle()) {
        if (free >= memoryMiB) break;
        leaving.add(oldest);
        free += oldest.memoryMiB();
    }
    return free >= memoryMiB ? leaving : List.of();
}
