package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.FunctionInvoker;
import minifaas.kernel.SimulatedClock;
import org.junit.jupiter.api.Test;

class ThrottledCallsTest {
    @Test
    void callsCountWhoeverThrottlesThem() {
        var clock = new SimulatedClock();
        var rules = new PoolRules(128, Duration.ZERO, KeepAlivePolicy.always(Duration.ZERO), version -> true);
        var pool = new WarmPool(new FakeSandbox.Starter(), rules, clock);
        var calls = new ThrottledCalls(new FunctionInvoker(pool));

        calls.invoke(call(version("large", "large", 256), "id", "{}"));
        assertThat(calls.count()).as("no room ever").isEqualTo(1);
        calls.invoke(call(version("g"), "id", "{}"));
        calls.invoke(call(version("h"), "id", "{}"));
        clock.advance(Duration.ofSeconds(30));
        assertThat(calls.count()).as("no room for a while").isEqualTo(2);
    }
}
