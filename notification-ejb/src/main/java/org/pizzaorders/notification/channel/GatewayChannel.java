package org.pizzaorders.notification.channel;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Short messages, pushes and webhooks by HTTP POST to a gateway: {@code <url>/sms}, {@code /push}, {@code /webhook}. The
 * delivery id goes along as {@code Idempotency-Key}.
 *
 * <p>Made with the JDK's client rather than the platform's: one POST needs no provider, its time-outs are part of its
 * API and not of each vendor's, and it behaves the same on every server and in a plain test. The calling thread, which
 * is the container's, does the waiting.
 */
public final class GatewayChannel implements DeliveryChannel {

    private static final Logger LOG = System.getLogger(GatewayChannel.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final Optional<URI> gateway;
    private final Duration timeout;
    private final AtomicBoolean complained = new AtomicBoolean();

    /** @param gateway base URL; empty if none is configured: deliveries then fail, and are tried again */
    public GatewayChannel(HttpClient client, Optional<URI> gateway, Duration timeout) {
        this.client = requireNonNull(client, "client");
        this.gateway = requireNonNull(gateway, "gateway");
        this.timeout = requireNonNull(timeout, "timeout");
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

    private HttpRequest request(Dispatch dispatch, URI base) {
        var path = dispatch.channel().name().toLowerCase(Locale.ROOT);
        return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + "/" + path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", dispatch.deliveryId().toString())
                .POST(BodyPublishers.ofString(body(dispatch)))
                .build();
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

    /** One request at a time, by one thread; there is nothing to keep between them. */
    private final class GatewayLine implements Line {

        private volatile CompletableFuture<?> underWay;
        private volatile boolean cut;

        @Override
        public Outcome deliver(Dispatch dispatch) {
            if (gateway.isEmpty()) {
                return notConfigured();
            }
            try {
                return GatewayAnswer.outcome(send(request(dispatch, gateway.get())));
            } catch (IllegalArgumentException e) {
                return Outcome.ownFailure("pizza.notification.gateway.url is no address to post to");
            } catch (ExecutionException e) {
                return Outcome.channelFailure("The gateway cannot be reached: " + e.getCause());
            } catch (TimeoutException | CancellationException e) {
                return Outcome.channelFailure("The gateway did not answer in time");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Outcome.ownFailure("Interrupted while waiting for the gateway");
            }
        }

        /** The time-out of a request ends with the head of its answer; this one goes for the whole of it. */
        private HttpResponse<?> send(HttpRequest request)
                throws ExecutionException, TimeoutException, InterruptedException {
            var answer = client.sendAsync(request, BodyHandlers.discarding());
            underWay = answer;
            if (cut) {
                answer.cancel(true);
            }
            try {
                return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                answer.cancel(true);
                underWay = null;
            }
        }

        @Override
        public void cutOff() {
            cut = true;
            var answer = underWay;
            if (answer != null) {
                answer.cancel(true);
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
