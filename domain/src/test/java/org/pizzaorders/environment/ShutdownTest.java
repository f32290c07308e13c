package org.pizzaorders.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a virtual machine of its own each, as there is no way back. */
class ShutdownTest {

    /** Tells what it sees before it ends and while it does. */
    static final class Program {
        public static void main(String[] args) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(Shutdown.hasBegun())));
            System.out.println(Shutdown.hasBegun());
        }
    }

    /** Tells what it sees after a part of the application was stopped. */
    static final class Stopped {
        public static void main(String[] args) {
            Shutdown.begin();
            System.out.println(Shutdown.hasBegun());
        }
    }

    @Test
    void everythingThatStillRunsSeesTheShutdown() throws IOException {
        assertThat(output(Program.class)).containsExactly("false", "true");
    }

    @Test
    void isSeenAfterAPartWasStopped() throws IOException {
        assertThat(output(Stopped.class)).containsExactly("true");
    }

    private static List<String> output(Class<?> program) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .start();
        try (var lines = process.inputReader()) {
            return lines.lines().toList();
        }
    }
}
