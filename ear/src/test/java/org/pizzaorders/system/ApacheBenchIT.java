package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pizzaorders.local.Port;

/** The line by which people try the system first, with the payload that comes with the local run. */
class ApacheBenchIT {

    private static final Path PAYLOAD =
            Path.of("..", "server-config", "local", "order_payload.json").toAbsolutePath();
    private static final int MINUTES = 5;

    private final Browser orders = Installation.running().service(Port.ORDERS);

    @Test
    @EnabledIf("isInstalled")
    void everyOrderOfApacheBenchIsTaken() throws IOException, InterruptedException {
        var output = Path.of("target", "ab.txt");
        var before = stored();

        var ab = new ProcessBuilder(List.of(
                        "ab",
                        "-n",
                        "1000",
                        "-c",
                        "10",
                        "-H",
                        "Content-Type: application/json",
                        "-p",
                        PAYLOAD.toString(),
                        orders.base().resolve("/api/v1/orders").toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(ab.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output))
                .containsPattern("Complete requests: +1000\n")
                .doesNotContain("Non-2xx");
        assertThat(stored() - before).isEqualTo(1000);
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
