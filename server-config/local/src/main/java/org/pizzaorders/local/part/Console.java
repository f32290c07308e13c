package org.pizzaorders.local.part;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The one place that talks to the person at the terminal. Thread-safe. */
public final class Console implements Progress {

    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void ready(String part, Duration took) {
        say(row(part, String.format(Locale.ROOT, "ready in %.1f s", took.toMillis() / 1000.0)));
    }

    /** One line of a table. */
    public void entry(String name, String value) {
        say(row(name, value));
    }

    private static String row(String name, String value) {
        return String.format(Locale.ROOT, "  %-28s %s", name, value);
    }
}
