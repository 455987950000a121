// exercise: 8.5
// thinks: What is there is there.
// hint: An environment is on its way out. Will it serve anybody?
static Plan plan(Map<FunctionVersion, Integer> wanted, List<ProvisionedEnvironment> actual) {
    Map<String, List<ProvisionedEnvironment>> there = actual.stream()
            .filter(environment -> environment.state() != State.STOPPING)
            .collect(Collectors.groupingBy(environment -> environment.version().deployment()));
    var start = new LinkedHashMap<FunctionVersion, Integer>();
    var stop = new ArrayList<Long>();
    wanted.forEach((version, count) -> {
        List<ProvisionedEnvironment> ofVersion = there.getOrDefault(version.deployment(), List.of());
        there.remove(version.deployment());
        long all = actual.stream()
                .filter(environment -> environment.version().deployment().equals(version.deployment()))
                .count();
        if (all < count) start.put(version, count - (int) all);
        stop.addAll(surplus(ofVersion, ofVersion.size() - count));
    });
    there.values().forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
    return new Plan(start, stop);
}
