package org.pizzaorders.local.bench.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSearchTest {

    @ParameterizedTest
    @CsvSource({"40, 35", "310, 300", "300, 45", "37, 400", "1900, 1000", "9, 40"})
    void findsTheRateBetweenTheHighestThatHoldsAndTheLowestThatDoesNot(double limit, double estimate) {
        List<Double> held = new ArrayList<>();
        RateSearch search = new RateSearch(estimate, 20);

        for (var rate = search.next(); rate.isPresent(); rate = search.next()) {
            boolean holds = rate.getAsDouble() <= limit;
            search.tried(holds);
            if (holds) {
                held.add(rate.getAsDouble());
            }
        }

        double highest = held.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double lowest = search.refused().orElseThrow();
        assertThat(highest).isLessThanOrEqualTo(limit);
        assertThat(lowest).isGreaterThan(limit).isLessThanOrEqualTo(2 * highest);
    }

    @Test
    void beginsWithTheRateBelowTheEstimate() {
        assertThat(new RateSearch(57, 6).next()).hasValue(50);
        assertThat(new RateSearch(0, 6).next()).hasValue(5);
        assertThat(new RateSearch(1_000_000, 6).next()).hasValue(2000);
    }

    @Test
    void endsAfterItsTries() {
        RateSearch search = new RateSearch(100, 2);
        search.tried(true);
        assertThat(search.next()).isPresent();

        search.tried(true);

        assertThat(search.next()).isEqualTo(OptionalDouble.empty());
        assertThat(search.refused()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void endsIfTheLowestRateDoesNotHoldOrTheHighestDoes() {
        RateSearch low = new RateSearch(5, 6);
        low.tried(false);
        RateSearch high = new RateSearch(2000, 6);
        high.tried(true);

        assertThat(low.next()).isEqualTo(OptionalDouble.empty());
        assertThat(high.next()).isEqualTo(OptionalDouble.empty());
    }
}
