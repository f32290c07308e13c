package org.pizzaorders.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes, and waits until they have ended. */
final class Processes {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).contains("windows");

    private Processes() {}

    static boolean onWindows() {
        return WINDOWS;
    }

    /**
     * The command, deaf to Ctrl-C and to a closing terminal. Both reach every process of the terminal's group at once,
     * but the parts must outlive the server, so the runner alone hears them and stops the parts in order.
     */
    static List<String> detached(List<String> command) {
        if (WINDOWS) {
            return command;
        }
        return Stream.concat(Stream.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"), command.stream())
                .toList();
    }

    /** Asks the process to end, waits, and insists when it has not. */
    static void terminate(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            kill(process);
        }
    }

    /** SIGKILL to the process and its children. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> ended(member, Duration.ofSeconds(10)));
    }

    static boolean ended(ProcessHandle process, Duration patience) {
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
