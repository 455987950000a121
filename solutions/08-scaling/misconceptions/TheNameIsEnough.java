// exercise: 8.5
// thinks: A version is known by its function and its number.
// hint: The function has been updated since. Which code would the next caller meet?
static Plan plan(Map<FunctionVersion, Integer> wanted, List<ProvisionedEnvironment> actual) {
    Map<String, List<ProvisionedEnvironment>> there = actual.stream()
            .filter(environment -> environment.state() != State.STOPPING)
            .collect(Collectors.groupingBy(environment -> environment.version().arn()));
    var start = new LinkedHashMap<FunctionVersion, Integer>();
    var stop = new ArrayList<Long>();
    wanted.forEach((version, count) -> {
        List<ProvisionedEnvironment> ofVersion = there.getOrDefault(version.arn(), List.of());
        there.remove(version.arn());
        if (ofVersion.size() < count) start.put(version, count - ofVersion.size());
        stop.addAll(surplus(ofVersion, ofVersion.size() - count));
    });
    there.values().forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
    return new Plan(start, stop);
}
