package minifaas.course.lab;

import java.nio.file.Path;

/**
 * Why a lab cannot be run: an error of the compiler, or a signature that is not the one expected.
 *
 * @param file where it is
 * @param line from 1; 0 when it is the file as a whole
 * @param message what is wrong, in one line
 * @param code the line itself; may be empty
 */
public record Problem(Path file, long line, String message, String code) {
    /** The same with its file as seen from a folder. */
    public Problem below(Path folder) {
        return file.startsWith(folder) ? new Problem(folder.relativize(file), line, message, code) : this;
    }

    @Override
    public String toString() {
        String place = file + (line > 0 ? ":" + line : "") + ": " + message;
        return code.isEmpty() ? place : place + ": " + code;
    }
}
