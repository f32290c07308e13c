package org.pizzaorders.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes, and waits until they have ended. */
public final class Processes {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).contains("windows");

    private Processes() {}

    public static boolean onWindows() {
        return WINDOWS;
    }

    /**
     * The command, which ignores Ctrl-C and a closing terminal. Both reach all processes of the terminal at once. But
     * the other parts must outlive the server, so only the runner reacts, and stops the parts in order.
     */
    public static List<String> detached(List<String> command) {
        if (WINDOWS) {
            return command;
        }
        return Stream.concat(Stream.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"), command.stream())
                .toList();
    }

    /** Asks the process to end, waits, and kills it if it has not ended. */
    public static void terminate(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            kill(process);
        }
    }

    /** Sends SIGKILL to the process and its children. */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> ended(member, Duration.ofSeconds(10)));
    }

    /** Sends SIGSTOP to the process and its children. The parent comes first, so that it makes no more children. */
    static void freeze(ProcessHandle process) {
        signal("STOP", List.of(process));
        signal("STOP", process.descendants().toList());
    }

    /** Sends SIGCONT to all of them. */
    static void thaw(ProcessHandle process) {
        signal("CONT", Stream.concat(process.descendants(), Stream.of(process)).toList());
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        if (WINDOWS) {
            throw new LocalRunException("Windows cannot freeze processes.");
        }
        if (processes.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -" + signal + " \"$@\"", "sh"));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            // A failure means that a process has ended meanwhile, which does no harm.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
