package org.pizzaorders.local.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Json;
import org.pizzaorders.local.simulator.books.SentMessage;
import org.pizzaorders.local.simulator.books.World;
import org.pizzaorders.local.simulator.messages.Gateway;
import org.pizzaorders.local.simulator.messages.MailView;
import org.pizzaorders.local.simulator.provider.Dashboard;
import org.pizzaorders.local.simulator.provider.Keys;
import org.pizzaorders.local.simulator.provider.Provider;
import org.pizzaorders.local.simulator.provider.ProviderJson;
import org.pizzaorders.local.simulator.provider.Refunds;

/** The simulator's HTTP server. Each hanging call keeps a thread, so the limit of threads is high. */
final class HttpApi {

    private static final int THREADS = 128;
    private static final int WAITING = 1000;
    private static final int MAX_BODY = 1 << 20;

    private final Provider provider;
    private final Refunds refunds;
    private final Dashboard dashboard;
    private final Gateway gateway;
    private final World world;
    private final Clock clock;
    private final CallTimes times = new CallTimes();

    HttpApi(World world, Clock clock) {
        Keys keys = new Keys(world);
        this.provider = new Provider(world, clock, keys);
        this.refunds = new Refunds(world, clock, keys);
        this.dashboard = new Dashboard(refunds, world);
        this.gateway = new Gateway(world, clock);
        this.world = world;
        this.clock = clock;
    }

    void start(InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, WAITING);
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));
        pool.allowCoreThreadTimeOut(true);
        server.setExecutor(pool);
        server.createContext("/v1/", exchange -> timed(exchange, () -> provided(exchange)));
        server.createContext("/gateway/", exchange -> answer(exchange, () -> delivered(exchange)));
        server.createContext("/ledger", exchange -> answer(exchange, () -> ok(world.ledger(clock.instant()))));
        server.createContext("/times", exchange -> answer(exchange, () -> ok(times.all())));
        server.createContext("/dashboard/", exchange -> answer(exchange, () -> arranged(exchange)));
        server.createContext("/forget-keys", exchange -> answer(exchange, this::forgetKeys));
        server.createContext("/sent", exchange -> answer(exchange, () -> sent(exchange)));
        server.createContext("/", this::page);
        server.start();
    }

    private Answer provided(HttpExchange exchange) {
        if (!header(exchange, "Authorization", "").startsWith("Bearer ")) {
            return ProviderJson.error(401, Map.of("type", "invalid_request_error", "message", "No API key provided."));
        }
        String[] path =
                exchange.getRequestURI().getPath().substring("/v1/".length()).split("/");
        boolean post = "POST".equals(exchange.getRequestMethod());
        Map<String, String> parameters = parameters(exchange, post);
        String key = header(exchange, "Idempotency-Key", UUID.randomUUID().toString());
        return switch ((post ? "POST " : "GET ") + path[0] + " " + path.length) {
            case "POST payment_intents 1" -> provider.pay(key, parameters);
            case "GET payment_intents 2" -> provider.paymentIntent(path[1]);
            case "POST payment_intents 3" ->
                "confirm".equals(path[2])
                        ? provider.confirm(key, path[1], parameters)
                        : provider.cancel(key, path[1], parameters);
            case "GET payment_intents 1" -> provider.paymentIntents(parameters);
            case "GET refunds 1" -> refunds.list(parameters);
            case "POST refunds 1" -> refunds.refund(key, parameters);
            default -> ProviderJson.missing(exchange.getRequestURI().getPath());
        };
    }

    private Answer arranged(HttpExchange exchange) {
        return dashboard.act(
                exchange.getRequestURI().getPath().substring("/dashboard/".length()), parameters(exchange, true));
    }

    private static Map<String, String> parameters(HttpExchange exchange, boolean post) {
        String query = exchange.getRequestURI().getRawQuery();
        return Form.parse(post ? body(exchange) : query == null ? "" : query);
    }

    /** Forgets all answers under keys at once, as the provider does after a day. Tests need not wait so long. */
    private Answer forgetKeys() {
        world.forgetKeys();
        return Answer.of(200, "{}");
    }

    private Answer delivered(HttpExchange exchange) {
        String channel = exchange.getRequestURI().getPath().substring("/gateway/".length());
        boolean known = channel.matches("sms|push|webhook") && "POST".equals(exchange.getRequestMethod());
        return known
                ? gateway.send(channel, header(exchange, "Idempotency-Key", null), body(exchange))
                : Answer.of(404, "{}");
    }

    /** All messages, or with {@code ?brief} all without their texts, because there are many after a load test. */
    private Answer sent(HttpExchange exchange) {
        boolean brief = "brief".equals(exchange.getRequestURI().getQuery());
        return ok(Map.of(
                "messages",
                brief ? world.messages().stream().map(SentMessage::brief).toList() : world.messages()));
    }

    private static Answer ok(Object value) {
        return Answer.of(200, Json.write(value));
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean known = "/".equals(path) || "/mail".equals(path);
        String html = known ? MailView.render(world.messages()) : "Not found";
        send(exchange, known ? 200 : 404, "text/html; charset=utf-8", html);
    }

    private void timed(HttpExchange exchange, Supplier<Answer> work) throws IOException {
        long begin = System.nanoTime();
        answer(exchange, work);
        times.add(System.nanoTime() - begin);
    }

    private static void answer(HttpExchange exchange, Supplier<Answer> work) throws IOException {
        Answer answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            System.getLogger(HttpApi.class.getName()).log(System.Logger.Level.ERROR, "request failed", e);
            answer = ProviderJson.failure(500);
        }
        if (answer == Answer.DROPPED) {
            exchange.close();
            return;
        }
        if (answer.replayed()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        send(exchange, answer.status(), "application/json", answer.body());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set("Request-Id", "req_" + UUID.randomUUID().toString().replace("-", ""));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String body(HttpExchange exchange) {
        try {
            return new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String header(HttpExchange exchange, String name, String otherwise) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? otherwise : value;
    }
}
