package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every schedule that can be configured, and any number of attempts. */
class RetrySchedulePropertyTest {

    /** Half way between no jitter down and none up: the exact delay. */
    private static final RandomGenerator NO_JITTER = fixed(0.5);

    @Property
    void waitsAtLeastAMillisecondAndNeverLongerThanCapAndJitter(
            @ForAll("schedules") RetrySchedule schedule, @ForAll @IntRange(min = 1) int attempts, @ForAll long seed) {
        assertThat(schedule.delay(attempts, new Random(seed)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1))
                .isLessThanOrEqualTo(Duration.ofMillis(Math.round(schedule.cap().toMillis() * 1.2)));
    }

    @Property
    void growsUpToTheCapAndStaysThere(
            @ForAll("schedules") RetrySchedule schedule, @ForAll @IntRange(min = 1, max = 10_000) int attempts) {
        var exact = schedule.delay(attempts, NO_JITTER);

        assertThat(schedule.delay(attempts + 1, NO_JITTER)).isGreaterThanOrEqualTo(exact);
        assertThat(exact)
                .isBetween(
                        Duration.ofMillis(schedule.initial().toMillis()),
                        Duration.ofMillis(schedule.cap().toMillis()));
    }

    @Property
    void jitterIsAtMostAFifthInBothDirections(
            @ForAll("schedules") RetrySchedule schedule, @ForAll @IntRange(min = 1) int attempts, @ForAll long seed) {
        var exact = schedule.delay(attempts, NO_JITTER).toMillis();

        assertThat(schedule.delay(attempts, new Random(seed)).toMillis())
                .isBetween((long) Math.floor(exact * 0.8) - 1, (long) Math.ceil(exact * 1.2) + 1);
    }

    @Property
    void beginsWithTheInitialDelay(@ForAll("schedules") RetrySchedule schedule) {
        assertThat(schedule.delay(1, NO_JITTER))
                .isEqualTo(Duration.ofMillis(schedule.initial().toMillis()));
    }

    @Provide
    Arbitrary<RetrySchedule> schedules() {
        var delays = Arbitraries.longs()
                .between(1, Duration.ofDays(365).toMillis())
                .map(Duration::ofMillis)
                .tuple2();
        var multipliers = Arbitraries.doubles().between(1, 1_000);
        return Combinators.combine(delays, multipliers).as((pair, multiplier) -> {
            var ordered = pair.get1().compareTo(pair.get2()) <= 0;
            return new RetrySchedule(
                    ordered ? pair.get1() : pair.get2(), ordered ? pair.get2() : pair.get1(), multiplier);
        });
    }

    private static RandomGenerator fixed(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
