package minifaas.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory this machine has, or the container that this JVM runs in. */
final class MachineMemory {
    private MachineMemory() {}

    /** In MiB. */
    static int mebibytes() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (int) Math.min(Integer.MAX_VALUE, machine.getTotalMemorySize() >> 20);
    }
}
