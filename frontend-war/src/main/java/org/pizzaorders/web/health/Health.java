package org.pizzaorders.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.web.ops.Services;

/** Which checks make up which answer. Each is bounded in time. Any thread. */
@ApplicationScoped
class Health {

    @Inject
    ServiceChecks services;

    @Inject
    BrokerCheck broker;

    @Inject
    Services deployed;

    /** The application answers at all. Nothing remote, nothing that can be slow: a restart mends no database. */
    HealthReport live() {
        return HealthReport.of(List.of(HealthCheck.of("application", true)));
    }

    /** Customers may be sent here. */
    HealthReport ready() {
        var checks = new ArrayList<>(services.checks());
        checks.add(broker.check());
        return HealthReport.of(checks);
    }

    /** Every service has started: schema, outbox and relay. A server may answer before they all have. */
    HealthReport started() {
        return HealthReport.of(List.of(start()));
    }

    /** All of it. */
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
