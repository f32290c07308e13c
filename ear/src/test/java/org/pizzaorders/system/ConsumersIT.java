package org.pizzaorders.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Administrators stop and start what consumes in a running server, by the program they have for that. */
@DisabledIfSystemProperty(named = "slices", matches = "|true", disabledReason = "each process has some of them")
class ConsumersIT {

    private static final Path PROGRAM = Path.of("..", "server-config", "jmx", "Consumers.java");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();

    @AfterEach
    void startAgain() {
        onEachServer("start", "payments");
    }

    @Test
    void aStoppedConsumerGetsNothingUntilItIsStarted() {
        var stopped = onEachServer("stop", "payments");
        var order = shop.order("stopped@pizza.test", "tok_visa");

        assertThat(stopped)
                .allSatisfy(output -> assertThat(output)
                        .containsPattern("payments +STOPPED")
                        .containsPattern("notifications +RUNNING"));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(shop.see(order).text("/status")).isEqualTo("PENDING"));

        onEachServer("start", "payments");

        shop.awaitStatus(order, "PAID");
    }

    /** What it printed, for each server. */
    private List<String> onEachServer(String operation, String consumer) {
        return installation.processIds().stream()
                .map(server -> run(Long.toString(server), operation, consumer))
                .toList();
    }

    private static String run(String... arguments) {
        var command = new ArrayList<>(List.of(JAVA.toString(), PROGRAM.toString()));
        command.addAll(List.of(arguments));
        try {
            var program = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(program.getInputStream().readAllBytes(), UTF_8);
            assertThat(program.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
