package org.pizzaorders.local.server.micro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.server.StackSettings;

/**
 * One address for four separate services: passes each request on to the right service, by its path. Replaces
 * a real load balancer. It retries nothing, because only the caller knows whether that is safe.
 */
final class LoadBalancer {

    /** Headers of one connection, and headers that the client sets itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final StackSettings settings;
    private HttpServer server;

    LoadBalancer(StackSettings settings) {
        this.settings = settings;
    }

    /** Starts it. No effect if it runs. */
    void start() {
        if (server != null) {
            return;
        }
        Port.HTTP.requireFree(settings.port(Port.HTTP));
        try {
            server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, settings.port(Port.HTTP)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "gateway");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::passOn);
        server.start();
    }

    void close() {
        if (server != null) {
            server.stop(0);
            ((ExecutorService) server.getExecutor()).shutdownNow();
            server = null;
        }
    }

    static MicroService of(String path) {
        if (path.matches("/api/v1/orders(/.*)?")) {
            return MicroService.ORDERS;
        }
        if (path.matches("/api/v1/payments(/.*)?")) {
            return MicroService.PAYMENTS;
        }
        return path.matches("/api/v1/notification(s|-templates|-policies)(/.*)?")
                ? MicroService.NOTIFICATIONS
                : MicroService.MENU;
    }

    private void passOn(HttpExchange exchange) throws IOException {
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request(exchange), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        passBack(answer, exchange);
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        URI wanted = exchange.getRequestURI();
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        String base = settings.url(of(wanted.getPath()).port());
        byte[] body = exchange.getRequestBody().readAllBytes();
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + wanted.getRawPath() + query))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), publisher);
        exchange.getRequestHeaders().forEach((name, values) -> copy(name, values, request));
        return request.build();
    }

    private static void copy(String name, List<String> values, HttpRequest.Builder request) {
        if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
        }
    }

    /** Passes on each piece as it comes. If the answer breaks off, it also breaks off for the client, without a proper end. */
    private static void passBack(HttpResponse<InputStream> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), length(answer, exchange));
        try (InputStream body = answer.body()) {
            OutputStream out = exchange.getResponseBody();
            byte[] piece = new byte[8192];
            for (int size = body.read(piece); size >= 0; size = body.read(piece)) {
                out.write(piece, 0, size);
                out.flush();
            }
        }
        exchange.close();
    }

    /** The length as the exchange expects it: -1 for no body, 0 for a body of unknown length. */
    private static long length(HttpResponse<InputStream> answer, HttpExchange exchange) {
        boolean bodiless = answer.statusCode() == 204
                || answer.statusCode() == 304
                || exchange.getRequestMethod().equals("HEAD");
        long length = answer.headers().firstValueAsLong("content-length").orElse(-1);
        return bodiless || length == 0 ? -1 : Math.max(0, length);
    }
}
