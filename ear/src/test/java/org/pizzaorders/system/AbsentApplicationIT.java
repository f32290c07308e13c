package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.server.ServerKind;

/**
 * While the application is taken out, is not there and is put in again, nobody is told that anything went well, by the
 * server's own pages, health and documents.
 */
@DisabledIfSystemProperty(named = "server", matches = "micro", disabledReason = "the application goes with its server")
class AbsentApplicationIT {

    private static final List<String> REQUESTS = List.of(
            "GET /",
            "HEAD /",
            "GET /index.html",
            "GET /health",
            "GET /health/ready",
            "GET /health/live",
            "GET /health/started",
            "GET /metrics",
            "GET /openapi",
            "GET /openapi/",
            "GET /api/v1/menu",
            "GET /api/v1/menu?limit=%zz",
            "GET /api/v1/orders",
            "POST /api/v1/orders",
            "DELETE /api/v1/menu/nobody-has-it");

    /** Payara's container answers these by itself, whatever is deployed. */
    private static final List<String> EXCEPT_ON_PAYARA = List.of(
            "OPTIONS /",
            "OPTIONS /api/v1/menu",
            "GET /api/v1/menu/%",
            "POST /api/v1/orders/%zz",
            "DELETE /api/v1/menu/a%2",
            "PUT /%zz");

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int PATIENCE_SECONDS = 60;

    private final Installation installation = Installation.running();
    private final URI server = installation.service(Port.ORDERS).base();
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Answers that only the application may give, by somebody else. */
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    @Test
    void isToldByEveryAnswerThatItsServerGivesWithoutIt() throws InterruptedException {
        var asking = Executors.newSingleThreadExecutor();
        asking.execute(this::askOnAndOn);
        try {
            installation.undeploy();

            assertThat(requests())
                    .allSatisfy(request -> assertThat(isGood(ask(request))).isFalse());
        } finally {
            installation.redeploy();
            closing.set(true);
            asking.shutdown();
        }
        assertThat(asking.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(strange).isEmpty();
    }

    private void askOnAndOn() {
        while (!closing.get()) {
            requests().forEach(this::look);
        }
    }

    private List<String> requests() {
        return installation.stack().settings().server() == ServerKind.WILDFLY
                ? Stream.concat(REQUESTS.stream(), EXCEPT_ON_PAYARA.stream()).toList()
                : REQUESTS;
    }

    private void look(String request) {
        try {
            var answer = ask(request);
            if (isGood(answer) && !isOfTheApplication(answer)) {
                strange.add(request + ": " + answer);
            }
        } catch (UncheckedIOException e) {
            // No answer tells nobody that anything went well.
        }
    }

    private static boolean isGood(RawAnswer answer) {
        return answer.status() >= OK && answer.status() < REDIRECT;
    }

    private static boolean isOfTheApplication(RawAnswer answer) {
        return !answer.headers("X-Correlation-Id").isEmpty();
    }

    private RawAnswer ask(String request) {
        return RawAnswer.to(
                server, Row.row("", request).with("Content-Length: 0").bytes(server.getAuthority()));
    }
}
