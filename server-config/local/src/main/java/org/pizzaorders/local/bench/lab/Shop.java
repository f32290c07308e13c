package org.pizzaorders.local.bench.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.LocalRunException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application's API, as far as the bench needs it. */
public final class Shop {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final Path body;

    /** @param body a file with an order */
    Shop(String url, Path body) {
        this.url = url + "/api/v1/";
        this.body = body;
    }

    public URI orders() {
        return URI.create(url + "orders");
    }

    /** Places one order and returns its id. */
    public String order() {
        return post("orders", Folders.read(body)).path("id").asString();
    }

    /** Pauses or resumes all consumers of the server. */
    public void consumers(boolean paused) {
        String step = paused ? "/pause" : "/resume";
        for (JsonNode consumer : get("ops/consumers").path("items")) {
            post("ops/consumers/" + consumer.path("id").asString() + step, "{\"reason\": \"bench\"}");
        }
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new LocalRunException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LocalRunException("The application does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted", e);
        }
    }
}
