package org.pizzaorders.local.bench.phase;

import java.util.List;
import org.pizzaorders.local.faults.customer.Counter;
import org.pizzaorders.local.simulator.Simulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long the payment provider's answers took, all together. */
record ProviderTime(long calls, double millis) {

    static ProviderTime now(Simulator simulator) {
        Counter http = new Counter(List.of(simulator.url()), failure -> {});
        JsonNode times = new JsonMapper().readTree(http.get(0, "/times").body());
        return new ProviderTime(
                times.path("calls").asLong(), times.path("millis").asDouble());
    }

    ProviderTime since(ProviderTime earlier) {
        return new ProviderTime(calls - earlier.calls, millis - earlier.millis);
    }
}
