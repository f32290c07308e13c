package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.Console;
import org.pizzaorders.local.faults.FaultRun;

/** A short run of the fault runner, always the same; {@code mvn -Pfaults} makes longer and other ones. */
class FaultsIT {

    private static final long SEED = 21;
    private static final Duration DURATION = Duration.ofSeconds(70);
    private static final double ORDERS_PER_SECOND = 2;

    @Test
    void nothingIsLostNothingHappensTwiceAndNothingGetsStuck() {
        var stack = Installation.running().withTwoServers();

        var report = FaultRun.run(stack, SEED, DURATION, ORDERS_PER_SECOND, new Console(System.out));

        assertThat(report.holds())
                .as(() -> "seed " + SEED + "\n" + report.table())
                .isTrue();
    }
}
