package minifaas.course.wire;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The exceptions of the JDK that cross as what they are. */
final class JdkExceptions {
    private static final Map<String, BiFunction<String, Throwable, Throwable>> EXCEPTIONS = new HashMap<>();
    /** Only to the worker: what a test's handler may throw. Some of them would end the run of the tests itself. */
    private static final Map<String, BiFunction<String, Throwable, Throwable>> ERRORS = new HashMap<>();

    static {
        add(Exception.class, Exception::new);
        add(RuntimeException.class, RuntimeException::new);
        add(IllegalArgumentException.class, IllegalArgumentException::new);
        add(IllegalStateException.class, IllegalStateException::new);
        add(UnsupportedOperationException.class, UnsupportedOperationException::new);
        add(ConcurrentModificationException.class, ConcurrentModificationException::new);
        add(NoSuchElementException.class, NoSuchElementException::new);
        add(CompletionException.class, CompletionException::new);
        add(ExecutionException.class, ExecutionException::new);
        add(RejectedExecutionException.class, RejectedExecutionException::new);
        add(DateTimeException.class, DateTimeException::new);
        add(IOException.class, IOException::new);
        add(UncheckedIOException.class, JdkExceptions::unchecked);
        addWithoutCause(NullPointerException.class, NullPointerException::new);
        addWithoutCause(ArithmeticException.class, ArithmeticException::new);
        addWithoutCause(ClassCastException.class, ClassCastException::new);
        addWithoutCause(NumberFormatException.class, NumberFormatException::new);
        addWithoutCause(NegativeArraySizeException.class, NegativeArraySizeException::new);
        addWithoutCause(IndexOutOfBoundsException.class, IndexOutOfBoundsException::new);
        addWithoutCause(ArrayIndexOutOfBoundsException.class, ArrayIndexOutOfBoundsException::new);
        addWithoutCause(StringIndexOutOfBoundsException.class, StringIndexOutOfBoundsException::new);
        addWithoutCause(CancellationException.class, CancellationException::new);
        addWithoutCause(InterruptedException.class, InterruptedException::new);
        addWithoutCause(TimeoutException.class, TimeoutException::new);
        addWithoutCause(EOFException.class, EOFException::new);
        addWithoutCause(FileNotFoundException.class, FileNotFoundException::new);
        addWithoutCause(NoSuchFileException.class, NoSuchFileException::new);
        addWithoutCause(FileAlreadyExistsException.class, FileAlreadyExistsException::new);
        ERRORS.put(Error.class.getName(), Error::new);
        ERRORS.put(OutOfMemoryError.class.getName(), (message, cause) -> new OutOfMemoryError(message));
        ERRORS.put(StackOverflowError.class.getName(), (message, cause) -> new StackOverflowError(message));
        ERRORS.put(NoClassDefFoundError.class.getName(), (message, cause) -> new NoClassDefFoundError(message));
        ERRORS.put(InternalError.class.getName(), InternalError::new);
        ERRORS.put(LinkageError.class.getName(), LinkageError::new);
    }

    private JdkExceptions() {}

    /**
     * Whether exceptions of a type cross as what they are.
     *
     * @param errorsToo whether an Error may
     */
    static boolean has(Class<?> type, boolean errorsToo) {
        String name = type.getName();
        return EXCEPTIONS.containsKey(name) || errorsToo && ERRORS.containsKey(name);
    }

    /** Whether a type says no more than that something is an exception: no other one crosses as it. */
    static boolean isGeneral(Class<?> type) {
        return type.isAssignableFrom(RuntimeException.class) || type.isAssignableFrom(Error.class);
    }

    /**
     * Makes the exception again, or one that stands for it.
     *
     * @param errorsToo whether an Error may be one
     */
    static Throwable make(String name, String message, Throwable cause, boolean errorsToo) {
        var making = EXCEPTIONS.get(name);
        if (making == null && errorsToo) making = ERRORS.get(name);
        if (making != null) return making.apply(message, cause);
        return caused(new ForeignException(name, message), cause);
    }

    private static void add(Class<?> type, BiFunction<String, Throwable, Throwable> making) {
        EXCEPTIONS.put(type.getName(), making);
    }

    private static void addWithoutCause(Class<?> type, Function<String, Throwable> making) {
        add(type, (message, cause) -> caused(making.apply(message), cause));
    }

    private static Throwable unchecked(String message, Throwable cause) {
        return new UncheckedIOException(message, cause instanceof IOException io ? io : new IOException(cause));
    }

    private static Throwable caused(Throwable thrown, Throwable cause) {
        return cause == null ? thrown : thrown.initCause(cause);
    }
}
