package org.pizzaorders.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    @Test
    void theProcessOfTheLoadGetsTheSamePlan() {
        LoadPlan plan = LoadPlan.full(
                        URI.create("http://127.0.0.1:8080/api/v1/orders"),
                        Path.of("order.json"),
                        8,
                        Duration.ofSeconds(30))
                .at(12.5)
                .untilSteady()
                .until(20_000)
                .by(Duration.ofSeconds(2));

        assertThat(LoadPlan.of(plan.arguments())).isEqualTo(plan);
    }
}
