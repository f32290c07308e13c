package org.pizzaorders.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.operations.api.ServiceOperations;

class ServiceChecksTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final ServiceChecks checks = new ServiceChecks();

    @Test
    void showsWhatEachServiceSaysInTheirOrder() {
        var answer = checks(LATE, service("orders", () -> up("orders")), service("payments", () -> up("payments")));

        assertThat(answer).extracting(HealthCheck::name).containsExactly("orders", "payments");
        assertThat(HealthReport.of(answer).isUp()).isTrue();
    }

    @Test
    void doesNotWaitForAServiceThatHangs() {
        var released = new CompletableFuture<List<HealthCheck>>();

        var answer = checks(SOON, service("orders", released::join), service("payments", () -> up("payments")));
        released.complete(List.of());

        assertThat(answer.get(0)).isEqualTo(HealthCheck.failed("orders", new TimeoutException()));
        assertThat(HealthReport.of(answer).isUp()).isFalse();
    }

    @Test
    void asksAServiceOnceAtATime() {
        var asked = new AtomicInteger();
        var released = new CompletableFuture<List<HealthCheck>>();
        var hanging = service("orders", () -> {
            asked.incrementAndGet();
            return released.join();
        });

        checks(SOON, hanging);
        checks(SOON, hanging);
        released.complete(up("orders"));
        var answer = checks(LATE, hanging);

        assertThat(asked).hasValueLessThanOrEqualTo(2);
        assertThat(answer).isEqualTo(up("orders"));
    }

    @Test
    void reportsTheClassOfTheFailure() {
        var answer = checks(LATE, service("orders", () -> {
            throw new IllegalStateException("secret");
        }));

        assertThat(answer).containsExactly(HealthCheck.failed("orders", new IllegalStateException()));
        assertThat(answer.toString()).doesNotContain("secret");
    }

    private List<HealthCheck> checks(Duration limit, ServiceOperations... services) {
        return checks.checks(Stream.of(services), ForkJoinPool.commonPool(), limit);
    }

    private static List<HealthCheck> up(String name) {
        return new ArrayList<>(List.of(HealthCheck.of(name, true)));
    }

    private static ServiceOperations service(String name, Callable<List<HealthCheck>> health) {
        return (ServiceOperations) Proxy.newProxyInstance(
                ServiceChecksTest.class.getClassLoader(),
                new Class<?>[] {ServiceOperations.class},
                (proxy, method, arguments) -> method.getName().equals("service") ? name : health.call());
    }
}
