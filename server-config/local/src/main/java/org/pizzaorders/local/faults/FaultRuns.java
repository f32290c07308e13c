package org.pizzaorders.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.server.StackSettings;

/**
 * {@code mvn -Pfaults}: starts everything, makes the runs one after the other, and ends with a row for each run. If a rule
 * was broken, the build fails, and the run's evidence and the logs of all parts stay in the home below {@code failed}.
 *
 * <p>System properties: {@code faults.seed} (the runs count up from it), {@code faults.runs}, {@code faults.duration},
 * {@code faults.rate} (orders per second), {@code faults.home}, {@code pizza.ear}.
 */
public final class FaultRuns {

    /**
     * Shorter times, because a run lasts minutes and must see the end of each case: retries wait for seconds instead of
     * a minute or an hour, and a card that always hangs fails after half a minute instead of two. The servers start so
     * often that the optimising compiler would cost more than it gains, so it is off. Then the JVM reserves only 48 MB for
     * code by default. That is too little for a server that gets the application several times, and its requests fail.
     */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "PIZZA_PAYMENT_RETRY_CAP", "PT5S",
            "PIZZA_PAYMENT_PENDING_REFUND_CAP", "PT5S",
            "PIZZA_PAYMENT_MAX_ATTEMPTS", "3",
            "PIZZA_PAYMENT_PROVIDER_READ_TIMEOUT", "PT4S",
            "PIZZA_BREAKER_WAIT", "PT1S",
            "PIZZA_NOTIFICATION_RETRY_MAX_BACKOFF", "PT10S",
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=192m");

    /** Keeps a reference, because the framework holds loggers weakly. Kafka's clients would log all their settings. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private final Console console;
    private final Path home;
    private final Stack stack;

    private FaultRuns(Console console, Path home, Stack stack) {
        this.console = console;
        this.home = home;
        this.stack = stack;
    }

    public static void main(String[] args) {
        KAFKA_CLIENTS.setLevel(Level.SEVERE);
        Console console = new Console(System.out);
        Path home = Path.of(System.getProperty("faults.home")).toAbsolutePath();
        Path ear = Path.of(System.getProperty("pizza.ear")).toAbsolutePath();
        long seed = Long.getLong("faults.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        int runs = Integer.getInteger("faults.runs", 1);
        Duration duration = Duration.parse(System.getProperty("faults.duration", "PT1M"));
        double rate = Double.parseDouble(System.getProperty("faults.rate", "3"));

        StackSettings settings = StackSettings.onFreePorts(home.resolve("stack"), Optional.of(ear))
                .withEnvironment(ENVIRONMENT);
        Stack stack = new Stack(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop the stack"));
        List<Report> reports = new ArrayList<>();
        try {
            console.say("Seed " + seed + ", " + runs + " runs of " + duration + " in " + home);
            stack.start(console);
            FaultRuns all = new FaultRuns(console, home, stack);
            LongStream.range(seed, seed + runs).forEach(each -> reports.add(all.make(each, duration, rate)));
        } finally {
            stop(stack);
            console.say(Report.HEADER);
            reports.forEach(report -> console.say(report.row()));
        }
        if (!reports.stream().allMatch(Report::holds)) {
            throw new LocalRunException("Rules were broken: see " + home.resolve("failed"));
        }
    }

    private Report make(long seed, Duration duration, double rate) {
        console.say("Run at " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS));
        Report report = run(seed, duration, rate);
        console.say(report.table());
        console.say(Report.HEADER);
        console.say(report.row());
        keep(report);
        return report;
    }

    /** If one run fails half-way, the others still run. */
    private Report run(long seed, Duration duration, double rate) {
        try {
            return FaultRun.run(stack, seed, duration, rate, console);
        } catch (RuntimeException e) {
            return Report.aborted(seed, "aborted-" + seed, e);
        }
    }

    private void keep(Report report) {
        Path folder = home.resolve(report.holds() ? "held" : "failed").resolve(report.tag());
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("report.txt"),
                    String.join("\n", report.log()) + "\n\n" + report.table() + "\n\n" + Report.HEADER + "\n"
                            + report.row() + "\n");
            if (!report.holds()) {
                LogKeeper.copy(home.resolve("stack"), folder);
                console.say("  The logs of all parts are kept in " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Stack stack) {
        stack.parts().forEach(Part::thaw);
        stack.close();
    }
}
