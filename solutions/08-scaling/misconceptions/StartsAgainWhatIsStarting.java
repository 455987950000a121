// exercise: 8.5
// thinks: What is not ready is missing.
// hint: Your last plan is being carried out, and you are asked for the next. What is still missing?
static Plan plan(Map<FunctionVersion, Integer> wanted, List<ProvisionedEnvironment> actual) {
    Map<String, List<ProvisionedEnvironment>> there = actual.stream()
            .filter(environment -> environment.state() != State.STOPPING)
            .collect(Collectors.groupingBy(environment -> environment.version().deployment()));
    var start = new LinkedHashMap<FunctionVersion, Integer>();
    var stop = new ArrayList<Long>();
    wanted.forEach((version, count) -> {
        List<ProvisionedEnvironment> ofVersion = there.getOrDefault(version.deployment(), List.of());
        there.remove(version.deployment());
        long ready = ofVersion.stream()
                .filter(environment -> environment.state() != State.STARTING)
                .count();
        if (ready < count) start.put(version, count - (int) ready);
        stop.addAll(surplus(ofVersion, ofVersion.size() - count));
    });
    there.values().forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
    return new Plan(start, stop);
}
