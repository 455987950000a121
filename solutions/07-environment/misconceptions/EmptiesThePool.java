// exercise: 7.4
// thinks: When memory is short, every idle environment goes.
// hint: Which idle environment is the least likely to be missed, and how many must go until it is enough?
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    int free = budgetMiB - usedMiB + memoryOf(State.STOPPING);
    var leaving = new ArrayList<PooledEnvironment>();
    for (PooledEnvironment oldest : idle()) {
        if (leaving.isEmpty() && free >= memoryMiB) break;
        leaving.add(oldest);
        free += oldest.memoryMiB();
    }
    return free >= memoryMiB ? leaving : List.of();
}
