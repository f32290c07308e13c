package org.pizzaorders.local.faults.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.local.faults.plan.Target.SERVERS;
import static org.pizzaorders.local.faults.plan.Target.SLICES;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    static Stream<Set<Target>> whatThereIs() {
        return Stream.of(SERVERS, SLICES);
    }

    @Test
    void theSameSeedMakesTheSamePlan() {
        assertThat(Plan.of(7, FIVE_MINUTES, 3, SERVERS)).isEqualTo(Plan.of(7, FIVE_MINUTES, 3, SERVERS));
        assertThat(Plan.of(7, FIVE_MINUTES, 3, SERVERS)).isNotEqualTo(Plan.of(8, FIVE_MINUTES, 3, SERVERS));
        assertThat(Plan.of(7, FIVE_MINUTES, 3, SLICES)).isEqualTo(Plan.of(7, FIVE_MINUTES, 3, SLICES));
    }

    /** Reports name a seed, so a seed must always make the same plan. */
    @Test
    void theSeedOfTheShortRunMakesThePlanThatItAlwaysMade() {
        assertThat(Plan.of(21, Duration.ofSeconds(70), 2, SERVERS).faults())
                .extracting(fault -> fault.at().toMillis() + " " + fault)
                .containsExactly(
                        "5000 KILL PostgreSQL for 3.32 s",
                        "10627 FREEZE Kafka for 17.824 s",
                        "27979 KILL PostgreSQL for 5.278 s",
                        "39060 KILL server 1 for 6.314 s",
                        "52552 FREEZE server 2 for 18.878 s",
                        "66090 KILL PostgreSQL for 7.98 s");
    }

    @Test
    void moreOrdersDoNotChangeTheFaults() {
        assertThat(Plan.of(7, FIVE_MINUTES, 1, SERVERS).faults())
                .isEqualTo(Plan.of(7, FIVE_MINUTES, 5, SERVERS).faults());
    }

    @ParameterizedTest
    @MethodSource("whatThereIs")
    void noTargetIsHitBeforeItHasRecovered(Set<Target> targets) {
        LongStream.range(0, 100)
                .mapToObj(seed -> Plan.of(seed, FIVE_MINUTES, 1, targets))
                .forEach(plan -> {
                    Map<Target, Duration> busy = new EnumMap<>(Target.class);
                    plan.faults().forEach(fault -> {
                        assertThat(fault.at()).isGreaterThanOrEqualTo(busy.getOrDefault(fault.target(), Duration.ZERO));
                        busy.put(fault.target(), fault.over());
                    });
                });
    }

    @ParameterizedTest
    @MethodSource("whatThereIs")
    void faultsAndOrdersFillTheWholeRun(Set<Target> targets) {
        LongStream.range(0, 20)
                .mapToObj(seed -> Plan.of(seed, FIVE_MINUTES, 3, targets))
                .forEach(plan -> {
                    assertThat(plan.faults())
                            .hasSizeBetween(15, 60)
                            .allMatch(fault -> fault.at().compareTo(FIVE_MINUTES) < 0);
                    assertThat(plan.orders())
                            .hasSizeBetween(700, 1100)
                            .allMatch(order -> order.at().compareTo(FIVE_MINUTES) < 0);
                });
    }

    @ParameterizedTest
    @MethodSource("whatThereIs")
    void everyTargetOfTheStackIsHitInEveryWayAndNoOther(Set<Target> targets) {
        var faults = LongStream.range(0, 10)
                .mapToObj(seed -> Plan.of(seed, FIVE_MINUTES, 1, targets))
                .flatMap(plan -> plan.faults().stream())
                .toList();

        assertThat(faults.stream().map(Fault::target).distinct()).containsExactlyInAnyOrderElementsOf(targets);
        assertThat(faults).extracting(Fault::kind).contains(Fault.Kind.values());
    }
}
