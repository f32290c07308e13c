package org.pizzaorders.web.health;

import java.util.List;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.operations.api.HealthCheck.Status;

/** The answer, as MicroProfile Health writes it: up if every check is. */
public record HealthReport(Status status, List<HealthCheck> checks) {

    static HealthReport of(List<HealthCheck> checks) {
        return new HealthReport(checks.stream().allMatch(HealthCheck::up) ? Status.UP : Status.DOWN, checks);
    }

    boolean isUp() {
        return status == Status.UP;
    }
}
