package org.pizzaorders.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void theSameSeedMakesTheSamePlan() {
        assertThat(Plan.of(7, FIVE_MINUTES, 3)).isEqualTo(Plan.of(7, FIVE_MINUTES, 3));
        assertThat(Plan.of(7, FIVE_MINUTES, 3)).isNotEqualTo(Plan.of(8, FIVE_MINUTES, 3));
    }

    @Test
    void moreOrdersMeetTheSameFaults() {
        assertThat(Plan.of(7, FIVE_MINUTES, 1).faults())
                .isEqualTo(Plan.of(7, FIVE_MINUTES, 5).faults());
    }

    @Test
    void nothingIsHitBeforeItHasRecovered() {
        LongStream.range(0, 100)
                .mapToObj(seed -> Plan.of(seed, FIVE_MINUTES, 1))
                .forEach(plan -> {
                    Map<Target, Duration> busy = new EnumMap<>(Target.class);
                    plan.faults().forEach(fault -> {
                        assertThat(fault.at()).isGreaterThanOrEqualTo(busy.getOrDefault(fault.target(), Duration.ZERO));
                        busy.put(fault.target(), fault.over());
                    });
                });
    }

    @Test
    void faultsAndOrdersFillTheWholeRun() {
        LongStream.range(0, 20).mapToObj(seed -> Plan.of(seed, FIVE_MINUTES, 3)).forEach(plan -> {
            assertThat(plan.faults())
                    .hasSizeBetween(15, 60)
                    .allMatch(fault -> fault.at().compareTo(FIVE_MINUTES) < 0);
            assertThat(plan.orders())
                    .hasSizeBetween(700, 1100)
                    .allMatch(order -> order.at().compareTo(FIVE_MINUTES) < 0);
        });
    }

    @Test
    void everyTargetAndEveryKindComesUp() {
        var faults = LongStream.range(0, 10)
                .mapToObj(seed -> Plan.of(seed, FIVE_MINUTES, 1))
                .flatMap(plan -> plan.faults().stream())
                .toList();

        assertThat(faults).extracting(Fault::target).contains(Target.values());
        assertThat(faults).extracting(Fault::kind).contains(Fault.Kind.values());
    }
}
