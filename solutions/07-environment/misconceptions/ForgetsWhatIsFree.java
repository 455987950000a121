// exercise: 7.4
// thinks: Room comes from those that leave.
// hint: Look at what is free before you send anybody away. Where does your count of free memory begin?
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    int free = memoryOf(State.STOPPING);
    var leaving = new ArrayList<PooledEnvironment>();
    for (PooledEnvironment oldest : idle()) {
        if (free >= memoryMiB) break;
        leaving.add(oldest);
        free += oldest.memoryMiB();
    }
    return free >= memoryMiB ? leaving : List.of();
}
