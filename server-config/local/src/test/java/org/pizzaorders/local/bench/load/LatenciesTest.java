package org.pizzaorders.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aPercentileIsALatencyThatWasSeen() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 2_000).map(each -> 2_001 - each).forEach(millis -> latencies.add(millis * 1_000_000));

        assertThat(latencies.count()).isEqualTo(2_000);
        assertThat(latencies.percentile(0.5)).isEqualTo(1_000);
        assertThat(latencies.percentile(0.99)).isEqualTo(1_980);
        assertThat(latencies.percentile(1)).isEqualTo(2_000);
    }

    @Test
    void aSingleLatencyIsEveryPercentile() {
        Latencies latencies = new Latencies();
        latencies.add(3_000_000);

        assertThat(latencies.percentile(0.01)).isEqualTo(3);
        assertThat(latencies.percentile(0.99)).isEqualTo(3);
    }

    @Test
    void withoutLatenciesEveryPercentileIsZero() {
        assertThat(new Latencies().percentile(0.99)).isZero();
    }
}
