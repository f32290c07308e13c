package org.pizzaorders.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.web.ops.Services;

/** Defines the checks of each answer. Each check has a time limit. Thread-safe. */
@ApplicationScoped
class Health {

    @Inject
    ServiceChecks services;

    @Inject
    BrokerCheck broker;

    @Inject
    Services deployed;

    /**
     * The application answers at all. It checks nothing remote and nothing slow, because a restart would not repair a
     * database.
     */
    HealthReport live() {
        return HealthReport.of(List.of(HealthCheck.of("application", true)));
    }

    /** The instance can serve customers. */
    HealthReport ready() {
        var checks = new ArrayList<>(services.checks());
        checks.add(broker.check());
        return HealthReport.of(checks);
    }

    /** Every service has started: schema, outbox and relay. A server may answer before they all have. */
    HealthReport started() {
        return HealthReport.of(List.of(start()));
    }

    /** All checks. */
    HealthReport all() {
        var checks = new ArrayList<>(ready().checks());
        checks.add(start());
        return HealthReport.of(checks);
    }

    private HealthCheck start() {
        try {
            return HealthCheck.of("application", !deployed.all().toList().isEmpty());
        } catch (RuntimeException e) {
            return HealthCheck.failed("application", e);
        }
    }
}
