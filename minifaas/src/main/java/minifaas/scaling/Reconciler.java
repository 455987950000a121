package minifaas.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import minifaas.function.FunctionVersion;
import minifaas.scaling.ProvisionedEnvironment.State;

/** Compares what is wanted with what is there, and says what has to be done about the difference. */
final class Reconciler {
    private Reconciler() {}

    /**
     * What to do so that what is there becomes what is wanted.
     *
     * @param start how many new environments to start of which version; without versions of which none is missing
     * @param stop numbers of the environments to end
     */
    record Plan(Map<FunctionVersion, Integer> start, List<Long> stop) {}

    /**
     * Makes the plan. Carried out, it leaves nothing to do: the next plan is empty, however soon it is made.
     *
     * <p>Of each version as many environments are to be there as are wanted; those that are starting and those that are
     * busy count, those that are stopping no longer do. When there are too few, all that are missing are started at once.
     * When there are too many, the surplus is stopped: first those that are starting, since nobody has waited for them,
     * then idle ones, the lowest number first among both. A busy one is never stopped, since somebody waits for its
     * answer. A version that is not wanted any more has a surplus of all its environments.
     *
     * @param wanted how many environments of which version, compared by deployment
     * @param actual all that are there
     */
    static Plan plan(Map<FunctionVersion, Integer> wanted, List<ProvisionedEnvironment> actual) {
        Map<String, List<ProvisionedEnvironment>> there = actual.stream()
                .filter(environment -> environment.state() != State.STOPPING)
                .collect(Collectors.groupingBy(
                        environment -> environment.version().deployment(), LinkedHashMap::new, Collectors.toList()));
        var start = new LinkedHashMap<FunctionVersion, Integer>();
        var stop = new ArrayList<Long>();
        wanted.forEach((version, count) -> {
            List<ProvisionedEnvironment> ofVersion = there.getOrDefault(version.deployment(), List.of());
            there.remove(version.deployment());
            if (ofVersion.size() < count) start.put(version, count - ofVersion.size());
            stop.addAll(surplus(ofVersion, ofVersion.size() - count));
        });
        there.values().forEach(unwanted -> stop.addAll(surplus(unwanted, unwanted.size())));
        return new Plan(start, stop);
    }

    private static List<Long> surplus(List<ProvisionedEnvironment> environments, int count) {
        return environments.stream()
                .filter(environment -> environment.state() != State.BUSY)
                .sorted(Comparator.comparing(ProvisionedEnvironment::state)
                        .thenComparing(ProvisionedEnvironment::number))
                .limit(Math.max(0, count))
                .map(ProvisionedEnvironment::number)
                .toList();
    }
}
