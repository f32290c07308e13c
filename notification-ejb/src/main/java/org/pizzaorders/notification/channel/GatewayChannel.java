package org.pizzaorders.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Short messages, pushes and webhooks by HTTP POST to a gateway: {@code <url>/sms}, {@code /push}, {@code /webhook}.
 * The delivery id is sent as {@code Idempotency-Key}.
 *
 * <p>Uses the JDK's client and not JAX-RS: a single POST needs no provider, and this client behaves the same on every
 * server and in a unit test. The calling thread, which belongs to the container, waits for the answer.
 */
public final class GatewayChannel implements DeliveryChannel {

    private static final Logger LOG = System.getLogger(GatewayChannel.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<URI> gateway;
    private final Duration connectTimeout;
    private final Duration timeout;
    private final Executor executor;
    private final Clock clock;
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * @param gateway base URL; empty if none is configured: deliveries then fail and are retried
     * @param timeout for a complete answer
     * @param executor aborts calls that take longer
     */
    public GatewayChannel(
            Optional<URI> gateway, Duration connectTimeout, Duration timeout, Executor executor, Clock clock) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.connectTimeout = requireNonNull(connectTimeout, "connectTimeout");
        this.timeout = requireNonNull(timeout, "timeout");
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Line open() {
        return new GatewayLine();
    }

    private Outcome notConfigured() {
        if (complained.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "No SMS, push or webhook can be sent: set pizza.notification.gateway.url to the gateway's base URL");
        }
        return Outcome.ownFailure("pizza.notification.gateway.url is not set");
    }

    private HttpURLConnection connection(Dispatch dispatch, URI base) throws IOException {
        var path = dispatch.channel().name().toLowerCase(Locale.ROOT);
        var address = URI.create(base.toString().replaceAll("/+$", "") + "/" + path);
        if (address.getHost() == null || !(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IllegalArgumentException("not http");
        }
        connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
        connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Idempotency-Key", dispatch.deliveryId().toString());
        return connection;
    }

    private static String body(Dispatch dispatch) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", dispatch.deliveryId().toString());
        body.put("to", dispatch.address());
        if (dispatch.subject() != null) {
            body.put("title", dispatch.subject());
        }
        body.put("text", dispatch.text());
        if (dispatch.orderId() != null) {
            body.put("orderId", dispatch.orderId().toString());
        }
        body.put("data", dispatch.data());
        return JSON.writeValueAsString(body);
    }

    /** One request at a time, on one thread; no state between requests. */
    private final class GatewayLine implements Line {

        private volatile GatewayCall underWay;
        private volatile boolean cut;

        @Override
        public Outcome deliver(Dispatch dispatch) {
            if (gateway.isEmpty()) {
                return notConfigured();
            }
            GatewayCall call;
            try {
                call = new GatewayCall(connection(dispatch, gateway.get()), clock);
            } catch (IllegalArgumentException | IOException e) {
                return Outcome.ownFailure("pizza.notification.gateway.url is not a valid http or https URL");
            }
            return deliver(dispatch, call);
        }

        private Outcome deliver(Dispatch dispatch, GatewayCall call) {
            underWay = call;
            if (cut) {
                call.cutOff();
            }
            var deadline = cutOffInTime(call);
            try {
                return call.post(body(dispatch).getBytes(UTF_8)).outcome();
            } catch (SocketTimeoutException e) {
                return Outcome.channelFailure("The gateway did not answer in time");
            } catch (IOException | RuntimeException e) {
                return Outcome.channelFailure(
                        call.isCut() ? "The gateway did not answer in time" : "The gateway cannot be reached: " + e);
            } finally {
                deadline.complete(null);
                underWay = null;
            }
        }

        /** The client's own time-outs apply to each read; this one applies to the whole call. */
        private CompletableFuture<Void> cutOffInTime(GatewayCall call) {
            var deadline = new CompletableFuture<Void>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
            deadline.whenComplete((done, late) -> {
                if (late != null) {
                    executor.execute(call::cutOff);
                }
            });
            return deadline;
        }

        @Override
        public void cutOff() {
            cut = true;
            var call = underWay;
            if (call != null) {
                call.cutOff();
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
