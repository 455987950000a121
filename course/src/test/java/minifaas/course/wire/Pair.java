package minifaas.course.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import minifaas.kernel.Threads;

/** Both ends of a connection in this JVM; the static methods of one class are what the worker has. */
final class Pair implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> Threads.daemon("call", work));
    private final AtomicReference<Link> other = new AtomicReference<>();
    private final Class<?> code;
    final AtomicReference<String> broken = new AtomicReference<>();
    final Link judge;
    final Link worker;

    Pair(Class<?> code) {
        this.code = code;
        judge = Link.ofJudge(
                type -> false,
                type -> null,
                new Link.Outgoing(frame -> other.get().received(frame), threads, this::broken));
        worker = Link.ofWorker(this::serve, new Link.Outgoing(judge::received, threads, this::broken));
        other.set(worker);
    }

    private void broken(String why) {
        broken.set(why);
        judge.close(why);
    }

    private void serve(Link link, ValueReader call, ValueWriter answer) {
        Method method = method(call.text());
        Crossing crossing = link.forms().crossing(code, method);
        answer.value(crossing.result(), Reflection.call(method, null, crossing.arguments(call)));
    }

    /** Calls the worker's method of this name. */
    Object call(String name, Object... arguments) {
        ValueWriter call = judge.writer().octet(Target.MEMBER.ordinal()).text(name);
        return judge.forms().crossing(code, method(name)).call(judge, call, arguments);
    }

    private Method method(String name) {
        Method method = Stream.of(code.getDeclaredMethods())
                .filter(each -> each.getName().equals(name) && Modifier.isStatic(each.getModifiers()))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
