// attack: Loads an agent, which could change the code of any class, into every JVM that it can see.
// exercise: 7.1
// explanation: no agent was loaded
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
        try {
            VirtualMachine.attach(String.valueOf(process.pid())).loadAgent("/tmp/agent.jar");
            throw new IllegalStateException("attached to " + process.pid());
        } catch (AttachNotSupportedException | IOException refused) {
            continue;
        } catch (com.sun.tools.attach.AgentLoadException | com.sun.tools.attach.AgentInitializationException attached) {
            throw new IllegalStateException("attached to " + process.pid(), attached);
        }
    }
    throw new IllegalStateException("no agent was loaded");
}
