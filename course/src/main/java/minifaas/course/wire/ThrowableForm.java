package minifaas.course.wire;

import java.util.stream.Stream;

/**
 * An exception: as the same type when that is one that may cross ({@link OurExceptions}, {@link JdkExceptions}), else as
 * the nearest type above it that may, else as a {@link ForeignException}; with its message, its causes and the frames of
 * its stack. The message has the name of the type when another one crosses.
 */
record ThrowableForm(Forms forms, Class<?> type) implements Form {
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_CAUSES = 10;
    private static final int MOST_FRAMES = 32;

    @Override
    public void write(Object value, ValueWriter output) {
        write((Throwable) value, MOST_CAUSES, output);
    }

    private void write(Throwable thrown, int causes, ValueWriter output) {
        Class<?> type = thrown.getClass();
        Class<?> sent = sentAs(type, output.link().isJudge());
        output.text(sent.getName());
        text(sent == type ? message(thrown) : type.getName() + ": " + message(thrown), output);
        OurExceptions.write(forms, sent, thrown, output);
        Throwable cause = causes == 0 ? null : thrown.getCause();
        output.flag(cause != null);
        if (cause != null) write(cause, causes - 1, output);
        StackTraceElement[] frames =
                Stream.of(thrown.getStackTrace()).limit(MOST_FRAMES).toArray(StackTraceElement[]::new);
        output.number(frames.length);
        for (StackTraceElement frame : frames) write(frame, output);
    }

    /** The nearest type that may cross; the type itself when all of those are too general to say anything. */
    private static Class<?> sentAs(Class<?> type, boolean errorsToo) {
        for (Class<?> each = type; each == type || !JdkExceptions.isGeneral(each); each = each.getSuperclass())
            if (JdkExceptions.has(each, errorsToo) || OurExceptions.has(each)) return each;
        return type;
    }

    private void write(StackTraceElement frame, ValueWriter output) {
        text(frame.getModuleName(), output);
        text(frame.getFileName(), output);
        output.text(frame.getClassName()).text(frame.getMethodName()).number(frame.getLineNumber());
    }

    private void text(String text, ValueWriter output) {
        output.value(forms.of(String.class), text);
    }

    /** A student's exception may fail even in telling its message. */
    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null || message.codePointCount(0, message.length()) <= LONGEST_TEXT
                    ? message
                    : message.substring(0, message.offsetByCodePoints(0, LONGEST_TEXT));
        } catch (RuntimeException | Error failed) {
            return "its message cannot be told: " + failed.getClass().getName();
        }
    }

    @Override
    public Object read(ValueReader input) {
        Throwable thrown = read(input, MOST_CAUSES);
        if (!type.isInstance(thrown)) throw new MalformedException("an exception that is no " + type.getName());
        return thrown;
    }

    private Throwable read(ValueReader input, int causes) {
        String name = input.text();
        String message = text(input);
        Object[] data = OurExceptions.read(forms, name, input);
        boolean hasCause = input.flag();
        if (hasCause && causes == 0) throw new MalformedException("an exception with too many causes");
        Throwable cause = hasCause ? read(input, causes - 1) : null;
        Throwable thrown = data.length > 0
                ? OurExceptions.make(name, message, cause, data)
                : JdkExceptions.make(name, message, cause, !input.link().isJudge());
        var frames = new StackTraceElement[input.count(1)];
        for (int i = 0; i < frames.length; i++) frames[i] = frame(input);
        thrown.setStackTrace(frames);
        return thrown;
    }

    private StackTraceElement frame(ValueReader input) {
        String module = text(input);
        String file = text(input);
        return new StackTraceElement(null, module, null, input.text(), input.text(), file, input.number());
    }

    private String text(ValueReader input) {
        return (String) input.value(forms.of(String.class));
    }
}
