package minifaas.scaling;

import java.util.List;
import java.util.Map;
import minifaas.function.FunctionVersion;
import minifaas.kernel.NotWrittenYet;

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
        throw new NotWrittenYet("8.5");
    }
}
