package org.pizzaorders.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.bench.cost.Costs;
import org.pizzaorders.local.bench.lab.Budget;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.phase.Phase;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.bench.result.Machine;
import org.pizzaorders.local.bench.result.Table;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.server.StackSettings;

/**
 * {@code mvn -Pbench}: starts everything as the local run does, makes one measurement after the other, and ends with a
 * table, which stays in its home as Markdown and JSON. A measurement that fails is a line of the table.
 *
 * <p>System properties: {@code bench.home}, {@code bench.body} (a file with an order), {@code pizza.ear}, {@code bench.only}
 * (the codes of the wanted measurements, such as {@code P1,P4}), {@code bench.time} (of the whole run), {@code bench.old}.
 */
public final class Bench {

    /** Keeps a reference, because the framework holds loggers weakly. Kafka's clients would log all their settings. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private static final String STARTS = "P7";

    private final Console console = new Console(System.out);
    private final Path home = Path.of(System.getProperty("bench.home")).toAbsolutePath();
    private final Path ear = Path.of(System.getProperty("pizza.ear")).toAbsolutePath();
    private final Path body = Path.of(System.getProperty("bench.body")).toAbsolutePath();
    private final Budget budget = new Budget(Duration.parse(System.getProperty("bench.time", "PT24M")));
    private final Set<String> only = Arrays.stream(
                    System.getProperty("bench.only", "").split(","))
            .filter(code -> !code.isBlank())
            .map(String::strip)
            .collect(Collectors.toSet());
    private final Table table = new Table(Machine.describe(body.getParent()), console);

    private Bench() {}

    public static void main(String[] args) {
        KAFKA_CLIENTS.setLevel(Level.SEVERE);
        new Bench().run();
    }

    private void run() {
        Folders.delete(home);
        Folders.create(home);
        Starts starts = new Starts(table);
        if (wanted(STARTS)) {
            attempt(STARTS, "bare server", () -> starts.bare(home.resolve("bare")));
        }
        Stack stack = new Stack(StackSettings.onFreePorts(home.resolve("stack"), Optional.of(ear)));
        Thread stop = new Thread(stack::close, "stop the stack");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean started = false;
        try {
            attempt(STARTS, "start", () -> start(stack, starts));
            started = stack.server().alive();
            if (started) {
                measure(stack);
            }
        } finally {
            stack.close();
            finish();
        }
        if (!started) {
            throw new LocalRunException("Nothing was measured, because the application did not start");
        }
    }

    private void start(Stack stack, Starts starts) {
        Costs.prepare(stack.postgres());
        Stopwatch watch = new Stopwatch();
        stack.start(starts);
        try (Lab lab = lab(stack)) {
            lab.shop().order();
            starts.application(stack.server(), watch.elapsed());
        }
    }

    private void measure(Stack stack) {
        try (Lab lab = lab(stack)) {
            for (Phase phase : Phase.all()) {
                if (wanted(phase.code())) {
                    attempt(phase.code(), phase.title(), () -> {
                        lab.budget().require(phase.least());
                        phase.measurement().measure(lab);
                    });
                }
            }
            table.add(Figure.of(STARTS, "memory of the server at the end", Costs.memory(stack.server()), "MB"));
        }
    }

    private Lab lab(Stack stack) {
        return new Lab(stack, home, body, table, budget);
    }

    private boolean wanted(String code) {
        return only.isEmpty() || only.contains(code);
    }

    /** The next measurement can succeed even if one does not. */
    private void attempt(String code, String title, Runnable measurement) {
        console.say(String.format("%4d s  %s  %s", budget.used().toSeconds(), code, title));
        try {
            measurement.run();
        } catch (RuntimeException e) {
            table.add(Figure.missing(code, title, reason(e)));
        }
    }

    /** A failed query names its statement, and the cause names the reason. */
    private static String reason(RuntimeException failure) {
        if (failure instanceof LocalRunException) {
            return failure.getMessage();
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private void finish() {
        table.note("time", budget.used().toMinutes() + " min");
        Folders.write(home.resolve("bench.md"), table.markdown());
        Folders.write(home.resolve("bench.json"), table.json());
        console.say("");
        console.say(table.markdown());
        console.say("See " + home.resolve("bench.md") + " and " + home.resolve("bench.json"));
    }
}
