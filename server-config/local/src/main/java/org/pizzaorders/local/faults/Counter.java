package org.pizzaorders.local.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Where customers and staff talk to the servers. Thread-safe. */
final class Counter {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<String> servers;

    /** @param servers base URLs */
    Counter(List<String> servers) {
        this.servers = servers;
    }

    Reply get(int server, String path) {
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
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            return Reply.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.NONE;
        }
    }
}
