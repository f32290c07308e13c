package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pizzaorders.local.part.Port;

/** The line by which people try the system first, with the payload that comes with the local run. */
class ApacheBenchIT {

    private static final Path PAYLOAD =
            Path.of("..", "server-config", "local", "order_payload.json").toAbsolutePath();
    private static final int MINUTES = 5;

    private final Browser orders = Installation.running().service(Port.ORDERS);

    @Test
    @EnabledIf("isInstalled")
    void everyOrderOfApacheBenchIsTaken() throws IOException, InterruptedException {
        assertAllAreTaken(1000);
    }

    @Test
    @EnabledIf("isInstalled")
    void soTheyAreOverConnectionsThatItKeeps() throws IOException, InterruptedException {
        assertAllAreTaken(50, "-k");
    }

    private void assertAllAreTaken(int number, String... options) throws IOException, InterruptedException {
        var output = Path.of("target", "ab.txt");
        var before = stored();
        var command = new ArrayList<>(List.of("ab", "-n", Integer.toString(number), "-c", "10"));
        command.addAll(List.of(options));
        command.addAll(List.of("-H", "Content-Type: application/json", "-p", PAYLOAD.toString()));
        command.add(orders.base().resolve("/api/v1/orders").toString());

        var ab = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(ab.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output))
                .containsPattern("Complete requests: +" + number + "\n")
                .doesNotContain("Non-2xx");
        assertThat(stored() - before).isEqualTo(number);
    }

    /** The bytes that ab 2.3 sends, for machines without it. */
    @Test
    void soAreItsBytes() throws IOException {
        var body = Files.readString(PAYLOAD);
        var request = "POST /api/v1/orders HTTP/1.0\r\nContent-length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\nContent-type: text/plain\r\nContent-Type: application/json\r\nHost: "
                + orders.base().getAuthority() + "\r\nUser-Agent: ApacheBench/2.3\r\nAccept: */*\r\n\r\n" + body;

        var answers = IntStream.range(0, 3)
                .mapToObj(turn -> RawAnswer.to(orders.base(), request.getBytes(StandardCharsets.UTF_8)));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
    }

    private static long stored() {
        return (Long) Installation.running()
                .query("select count(*) from orders.orders where customer_email = 'anna@pizza.test'");
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ab")));
    }
}
