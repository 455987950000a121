// attack: Looks for the classes that run and count the tests, to change their counts.
// exercise: 7.1
// explanation: none of the launcher's classes is here
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (String name : List.of(
            "org.junit.platform.launcher.core.DefaultLauncher",
            "org.junit.jupiter.api.Assertions",
            "org.assertj.core.api.Assertions",
            "minifaas.course.lab.JUnitRun",
            "minifaas.course.judge.JudgeMain",
            "minifaas.environment.TakeAWarmEnvironmentTest")) {
        try {
            Class<?> found = Class.forName(name);
            throw new IllegalStateException(found + " is here");
        } catch (ClassNotFoundException missing) {
            continue;
        }
    }
    throw new IllegalStateException("none of the launcher's classes is here");
}
