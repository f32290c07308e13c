package org.pizzaorders.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load's process against a server that answers in different ways. */
class LoadIT {

    private static final String ORDER = "{\"order\": \"пицца\"}";

    @TempDir
    Path home;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private Path body;

    @BeforeEach
    void start() throws IOException {
        body = Files.writeString(home.resolve("order.json"), ORDER);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", exchange -> {
            int number = requests.incrementAndGet();
            boolean whole = ORDER.equals(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = new byte[number % 3000];
            // A length of zero means chunks.
            exchange.sendResponseHeaders(
                    !whole ? 400 : number % 10 == 0 ? 503 : 201, number % 2 == 0 ? 0 : answer.length + 1);
            exchange.getResponseBody().write(answer);
            exchange.getResponseBody().write('}');
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void placesExactlyTheWantedNumberOfOrdersHoweverManyAreRefused() {
        LoadResult result = new Load(home).run(plan(Duration.ofSeconds(30)).until(270));

        assertThat(result.accepted()).isEqualTo(270);
        assertThat(result.failed()).isBetween(28, 30);
        assertThat(requests).hasValue(result.accepted() + result.failed());
        assertThat(result.p99()).isGreaterThanOrEqualTo(result.p50()).isPositive();
        assertThat(result.cpu()).isPositive();
    }

    @Test
    void keepsTheWantedRate() {
        LoadResult result =
                new Load(home).run(plan(Duration.ofSeconds(2)).at(100).by(Duration.ofSeconds(1)));

        assertThat(result.windows()).hasSize(2);
        double seconds = result.took().toMillis() / 1000.0;
        assertThat(result.accepted() + result.failed()).isLessThanOrEqualTo((int) (100 * seconds) + 5);
    }

    private LoadPlan plan(Duration most) {
        return LoadPlan.full(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders"), body, 4, most);
    }
}
