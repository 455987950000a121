// exercise: 7.4
// thinks: The oldest environment goes first.
// hint: Whose work would you end to make room? Look at who may be asked to leave at all.
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    int free = budgetMiB - usedMiB + memoryOf(State.STOPPING);
    var leaving = new ArrayList<PooledEnvironment>();
    for (PooledEnvironment oldest : all.values()) {
        if (free >= memoryMiB) break;
        if (oldest.state() == State.STOPPING) continue;
        leaving.add(oldest);
        free += oldest.memoryMiB();
    }
    return free >= memoryMiB ? leaving : List.of();
}
