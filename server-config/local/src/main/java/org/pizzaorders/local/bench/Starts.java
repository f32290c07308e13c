package org.pizzaorders.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.bench.cost.Costs;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.bench.result.Table;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.part.Progress;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.StackSettings;

/** Starts, and what they cost. Both servers start for the first time on a configuration that the scripts have just made. */
final class Starts implements Progress {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Table table;
    private final Map<String, Duration> took = new ConcurrentHashMap<>();
    private double bareSeconds;
    private double bareMemory;

    Starts(Table table) {
        this.table = table;
    }

    @Override
    public void ready(String part, Duration duration) {
        took.put(part, duration);
    }

    /** Starts the server without an application and stops it. */
    void bare(Path home) {
        ApplicationServer server = new Stack(StackSettings.onFreePorts(home, Optional.empty())).server();
        try {
            server.prepare();
            Stopwatch watch = new Stopwatch();
            server.start();
            bareSeconds = seconds(watch.elapsed());
            Stopwatch.pause(QUIET, () -> false);
            bareMemory = Costs.memory(server);
        } finally {
            server.close();
        }
        table.add(Figure.of("P7", "start of the bare server", bareSeconds, "s"));
        table.add(Figure.of("P7", "memory of the bare server", bareMemory, "MB"));
    }

    /** @param whole from the start of the first part to the first accepted order */
    void application(ApplicationServer server, Duration whole) {
        double start = seconds(took.get(server.name()));
        Stopwatch.pause(QUIET, () -> false);
        double memory = Costs.memory(server);
        table.add(Figure.of("P7", "start of everything until the first order", seconds(whole), "s"));
        table.add(Figure.of("P7", "start of the server with the application", start, "s"));
        table.add(Figure.of("P7", "memory of the server with the application", memory, "MB"));
        if (bareSeconds > 0) {
            table.add(Figure.of("P7", "start of the bare server's", start / bareSeconds, "")
                    .goal("1.3"));
            table.add(Figure.of("P7", "memory of the bare server's", memory / bareMemory, "")
                    .goal("1.2"));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
