package org.pizzaorders.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.part.Part;

class SupervisorTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AtomicInteger noted = new AtomicInteger();
    private final Fragile part = new Fragile();
    private final Supervisor supervisor = new Supervisor(
            List.of(part), new Console(new PrintStream(output, true, StandardCharsets.UTF_8)), noted::incrementAndGet);

    @Test
    void startsAPartAgainThatEnded() {
        CompletableFuture<Void> watching = CompletableFuture.runAsync(supervisor::watch);

        await().untilAsserted(() -> assertThat(noted).hasValue(1));
        supervisor.stop();
        watching.join();

        assertThat(part.alive()).isTrue();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("Fragile ended. Starting it again in 1 s.");
    }

    @Test
    void startsNothingAfterItWasStopped() {
        supervisor.stop();

        supervisor.watch();

        assertThat(part.alive()).isFalse();
    }

    private static final class Fragile implements Part {

        private volatile boolean alive;

        @Override
        public String name() {
            return "Fragile";
        }

        @Override
        public void start() {
            alive = true;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.empty();
        }

        @Override
        public void kill() {
            alive = false;
        }

        @Override
        public void close() {
            alive = false;
        }
    }
}
