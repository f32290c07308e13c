package org.pizzaorders.web.ops;

import java.util.List;

/**
 * How many dead letters a decision has changed.
 *
 * @param dryRun true if it would change them, but has changed none
 */
record Touched(int touched, boolean dryRun, List<OfService> services) {

    record OfService(String service, int touched) {}

    static Touched of(List<OfService> services, boolean dryRun) {
        return new Touched(services.stream().mapToInt(OfService::touched).sum(), dryRun, services);
    }
}
