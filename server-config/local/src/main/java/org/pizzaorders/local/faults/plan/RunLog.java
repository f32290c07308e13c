package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pizzaorders.local.part.Console;

/** Records what happened and when, on the console and for the report. Thread-safe. */
public final class RunLog {

    private final Console console;
    private final Stopwatch clock;
    private final List<String> lines = new ArrayList<>();

    public RunLog(Console console, Stopwatch clock) {
        this.console = console;
        this.clock = clock;
    }

    public void say(String what) {
        String line = String.format(Locale.ROOT, "  %7s  %s", seconds(clock.elapsed()), what);
        synchronized (lines) {
            lines.add(line);
        }
        console.say(line);
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
