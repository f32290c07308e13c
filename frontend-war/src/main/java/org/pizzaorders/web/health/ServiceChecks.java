package org.pizzaorders.web.health;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.web.ops.Services;

/**
 * Checks all services in parallel and waits only for a limited time. Only one check of a service runs at a time, and
 * requests that come meanwhile share its answer. So a hanging database costs one thread and one connection, however
 * often health is requested. Thread-safe.
 */
@ApplicationScoped
class ServiceChecks {

    @Inject
    Services services;

    @Resource
    ManagedExecutorService threads;

    private final Map<String, CompletableFuture<List<HealthCheck>>> asked = new ConcurrentHashMap<>();

    /** In the order of the services. */
    List<HealthCheck> checks() {
        try {
            return checks(services.all(), threads, patience());
        } catch (RuntimeException e) {
            return List.of(HealthCheck.failed("application", e));
        }
    }

    List<HealthCheck> checks(Stream<ServiceOperations> all, Executor executor, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        var answers = all.map(service -> ask(service, executor)).toList();
        return answers.stream().flatMap(answer -> answer.until(until).stream()).toList();
    }

    private static Duration patience() {
        return ConfigProvider.getConfig()
                .getOptionalValue("pizza.health.patience", Duration.class)
                .orElse(Duration.ofSeconds(3));
    }

    private Answer ask(ServiceOperations service, Executor executor) {
        var name = service.service();
        return new Answer(
                name,
                asked.compute(
                        name,
                        (key, before) -> before == null || before.isDone()
                                ? CompletableFuture.supplyAsync(service::health, executor)
                                : before));
    }

    private record Answer(String service, CompletableFuture<List<HealthCheck>> checks) {

        List<HealthCheck> until(long deadline) {
            try {
                return checks.get(Math.max(0, deadline - System.nanoTime()), NANOSECONDS);
            } catch (ExecutionException e) {
                return List.of(HealthCheck.failed(service, e.getCause()));
            } catch (TimeoutException e) {
                return List.of(HealthCheck.failed(service, e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of(HealthCheck.failed(service, e));
            }
        }
    }
}
