package minifaas.invocation.runtime;

import java.text.SimpleDateFormat;
import java.util.Locale;

/**
 * Loads the JDK's calendar data beside all else: it takes 25 ms, the third part of a cold start, and the JSON library
 * needs it. A class and not a lambda, since the first lambda of a JVM costs some milliseconds as well.
 */
final class CalendarPreload extends Thread {
    @Override
    public void run() {
        new SimpleDateFormat("yyyy", Locale.US);
    }
}
