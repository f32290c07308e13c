package org.pizzaorders.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.DirectoryLock;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.server.ServerKind;
import org.pizzaorders.local.server.StackSettings;

/**
 * {@code mvn -Prun}: starts everything, prints the addresses, and keeps it running until Ctrl-C or SIGTERM, which stop all
 * parts in reverse order. Runs inside Maven's JVM, so that a signal to Maven reaches it.
 *
 * <p>System properties: {@code pizza.home}, {@code pizza.ear}, {@code pizza.reset}, {@code server} (see {@link ServerKind}), and one per {@code Port}.
 */
public final class Run {

    private final Console console;
    private final StackSettings settings;
    private final Stack stack;
    private final RunFile runFile;
    private final Supervisor supervisor;

    private Run(Console console, StackSettings settings) {
        this.console = console;
        this.settings = settings;
        this.stack = new Stack(settings);
        this.runFile = new RunFile(settings.home());
        this.supervisor = new Supervisor(stack.parts(), console, () -> runFile.write(stack));
    }

    public static void main(String[] args) {
        Console console = new Console(System.out);
        try {
            Preflight.check();
            ServerKind server = ServerKind.chosen();
            StackSettings settings =
                    new StackSettings(home(), server, StackSettings.chosenPorts(server), Optional.of(ear()));
            // The lock is kept until the process ends.
            DirectoryLock.tryAcquire(settings.home())
                    .orElseThrow(() -> new LocalRunException("Pizza Orders already runs in " + settings.home()
                            + ". Stop it, or choose another folder and other ports: -Dpizza.home=/some/folder"));
            new Run(console, settings).endLeftovers();
            if (resetWanted()) {
                console.say("Emptying " + settings.home());
                Folders.deleteAllBut(settings.home(), DirectoryLock.FILE);
            }
            new Run(console, settings).serve();
        } catch (LocalRunException e) {
            console.say("ERROR: " + e.getMessage());
            System.exit(1);
        }
    }

    private void serve() {
        long begin = System.nanoTime();
        console.say("Starting Pizza Orders in " + settings.home());
        Preflight.requireFreePorts(settings.ports());
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "stop Pizza Orders"));
        stack.start(console);
        Logs.link(stack);
        runFile.write(stack);
        announce(Duration.ofNanos(System.nanoTime() - begin));
        supervisor.watch();
    }

    /** Ends parts of an earlier runner, because a killed runner cannot stop its parts. */
    private void endLeftovers() {
        runFile.endLeftovers(console);
        stack.server().close();
        stack.postgres().close();
    }

    private void announce(Duration took) {
        console.say("");
        console.say(
                String.format(Locale.ROOT, "Pizza Orders runs (%.1f s). Ctrl-C stops it.", took.toMillis() / 1000.0));
        Addresses.of(stack).forEach(console::entry);
    }

    /** Also runs after a start that failed half-way. */
    private void shutDown() {
        supervisor.stop();
        if (stack.parts().stream().anyMatch(Part::alive)) {
            console.say("");
            console.say("Stopping Pizza Orders");
            stack.close();
            console.say("Stopped.");
        }
        runFile.delete();
    }

    private static Path home() {
        return Optional.ofNullable(System.getProperty("pizza.home"))
                .map(Path::of)
                .orElseGet(() -> BuildOutput.folderOf(Run.class).resolve("home"));
    }

    private static Path ear() {
        Path ear = Path.of(System.getProperty("pizza.ear", "ear/target/pizza-orders.ear"))
                .toAbsolutePath();
        if (!Files.isRegularFile(ear)) {
            throw new LocalRunException("There is no EAR at " + ear + ". Build it first, for example by mvn -Prun.");
        }
        return ear;
    }

    /** {@code -Dpizza.reset}, with or without {@code =true}. */
    private static boolean resetWanted() {
        String reset = System.getProperty("pizza.reset", "false");
        return reset.isEmpty() || Boolean.parseBoolean(reset);
    }
}
