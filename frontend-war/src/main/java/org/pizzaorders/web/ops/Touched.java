package org.pizzaorders.web.ops;

import java.util.List;

/**
 * How many dead letters a decision has touched.
 *
 * @param dryRun true if it would touch them, and has touched none
 */
record Touched(int touched, boolean dryRun, List<OfService> services) {

    record OfService(String service, int touched) {}

    static Touched of(List<OfService> services, boolean dryRun) {
        return new Touched(services.stream().mapToInt(OfService::touched).sum(), dryRun, services);
    }
}
