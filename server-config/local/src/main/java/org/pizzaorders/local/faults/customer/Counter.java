package org.pizzaorders.local.faults.customer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Sends the requests of customers and staff to the servers. Thread-safe. */
public final class Counter {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int EXCERPT = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<String> servers;
    private final Consumer<String> log;
    private final AtomicBoolean failureTold = new AtomicBoolean();

    /**
     * @param servers base URLs
     * @param log gets the first answer 500, because there should be none
     */
    public Counter(List<String> servers, Consumer<String> log) {
        this.servers = servers;
        this.log = log;
    }

    public Reply get(int server, String path) {
        return send(request(server, path).GET());
    }

    /** @param key for the header Idempotency-Key */
    Reply post(int server, String path, String json, String key) {
        return send(request(server, path)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(int server, String path) {
        return HttpRequest.newBuilder(URI.create(servers.get(Math.floorMod(server, servers.size())) + path))
                .timeout(PATIENCE);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() == 500 && failureTold.compareAndSet(false, true)) {
                log.accept("First answer 500, by " + response.uri() + ": " + excerpt(response.body()));
            }
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return Reply.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.NONE;
        }
    }

    private static String excerpt(String body) {
        String line = body.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), EXCERPT));
    }
}
