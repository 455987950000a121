// exercise: 7.4
// thinks: Those that came last are the first to go.
// hint: Which idle environment is the least likely to be missed, and how many must go until it is enough?
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    int free = budgetMiB - usedMiB + memoryOf(State.STOPPING);
    var leaving = new ArrayList<PooledEnvironment>();
    var newestFirst = new ArrayList<>(idle());
    java.util.Collections.reverse(newestFirst);
    for (PooledEnvironment oldest : newestFirst) {
        if (free >= memoryMiB) break;
        leaving.add(oldest);
        free += oldest.memoryMiB();
    }
    return free >= memoryMiB ? leaving : List.of();
}
