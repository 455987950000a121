// exercise: 8.5
// thinks: Of those that start, the newest has come the least far.
// hint: There are too many. Which has nobody waited for, which would be missed least, and which comes first among equals?
static Plan plan(Map<FunctionVersion, Integer> wanted, List<ProvisionedEnvironment> actual) {
    Map<String, List<ProvisionedEnvironment>> there = actual.stream()
            .filter(environment -> environment.state() != State.STOPPING)
            .collect(Collectors.groupingBy(environment -> environment.version().deployment()));
    var start = new LinkedHashMap<FunctionVersion, Integer>();
    var stop = new ArrayList<Long>();
    wanted.forEach((version, count) -> {
        List<ProvisionedEnvironment> ofVersion = there.getOrDefault(version.deployment(), List.of());
        there.remove(version.deployment());
        if (ofVersion.size() < count) start.put(version, count - ofVersion.size());
        ofVersion.stream()
                .filter(environment -> environment.state() != State.BUSY)
                .sorted(Comparator.comparing(ProvisionedEnvironment::state)
                        .thenComparing(environment -> environment.state() == State.STARTING
                                ? -environment.number()
                                : environment.number()))
                .limit(Math.max(0, ofVersion.size() - count))
                .forEach(environment -> stop.add(environment.number()));
    });
    there.values().forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
    return new Plan(start, stop);
}
