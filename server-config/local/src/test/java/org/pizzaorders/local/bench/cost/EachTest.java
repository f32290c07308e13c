package org.pizzaorders.local.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EachTest {

    private final Counted before = new Counted(100, 1_000, Map.of("Kafka", Duration.ofSeconds(1)));
    private final Counted after =
            new Counted(300, 1_500, Map.of("Kafka", Duration.ofSeconds(2), "Payara Server", Duration.ofSeconds(4)));

    @Test
    void theCostIsSharedByAllOrders() {
        Each each = after.minus(before).with("load", Duration.ofMillis(30)).each(200);

        assertThat(each.commits()).isEqualTo(1);
        assertThat(each.statements()).isEqualTo(2.5);
        assertThat(each.cpuMillis())
                .containsOnly(entry("Kafka", 5.0), entry("Payara Server", 20.0), entry("load", 0.15));
        assertThat(each.text())
                .isEqualTo("1.00 commits, 2.50 statements; CPU ms: Payara Server 20.000, Kafka 5.000, load 0.150");
    }

    @Test
    void withoutOrdersTheWholeCostIsShown() {
        assertThat(after.minus(before).each(0).commits()).isEqualTo(200);
    }

    @Test
    void sharesOfACoreAreOfTheTimeThatPassed() {
        assertThat(after.minus(before).percentOfACore("Kafka", Duration.ofSeconds(20)))
                .isEqualTo(5);
        assertThat(after.percentOfACore("unknown", Duration.ofSeconds(20))).isZero();
    }
}
