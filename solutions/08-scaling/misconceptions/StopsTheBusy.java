// exercise: 8.5
// thinks: Too many is too many.
// hint: There are too many, and somebody waits for an answer from most of them. Whom do you stop?
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
                .sorted(Comparator.comparing(ProvisionedEnvironment::state)
                        .thenComparing(ProvisionedEnvironment::number))
                .limit(Math.max(0, ofVersion.size() - count))
                .forEach(environment -> stop.add(environment.number()));
    });
    there.values().forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
    return new Plan(start, stop);
}
