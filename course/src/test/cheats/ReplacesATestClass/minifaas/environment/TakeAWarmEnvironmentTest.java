package minifaas.environment;

import minifaas.course.lab.Checks;

class TakeAWarmEnvironmentTest {
    @Checks(exercise = "7.1", points = 100, order = 1, hint = "none")
    void anEnvironmentThatIsTakenIsBusy() {}
}
