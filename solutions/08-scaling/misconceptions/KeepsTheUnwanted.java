// exercise: 8.5
// thinks: A version that nobody speaks of is left as it is.
// hint: The owner has given up a version. Who still asks for its environments?
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
        stop.addAll(surplus(ofVersion, ofVersion.size() - count));
    });
    there.values().stream()
            .filter(left -> wanted.keySet().stream()
                    .anyMatch(version -> version.function().equals(left.get(0).version().function())))
            .forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
    return new Plan(start, stop);
}
