package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.pizzaorders.local.faults.FaultRun;
import org.pizzaorders.local.part.Console;

/** A short run of the fault runner, always the same; {@code mvn -Pfaults} makes longer and other ones. */
class FaultsIT {

    private static final long SEED = 21;

    /** Kills, freezes or restarts each of the four services, some of them twice. */
    private static final long SEED_FOR_SLICES = 240;

    private static final Duration DURATION = Duration.ofSeconds(70);
    private static final double ORDERS_PER_SECOND = 2;

    @Test
    void nothingIsLostNothingHappensTwiceAndNothingGetsStuck() {
        assertHolds(SEED);
    }

    @Test
    @EnabledIfSystemProperty(named = "slices", matches = "|true", disabledReason = "All services run in one server")
    void noServiceLosesWhatTheOthersToldItWhileItWasAway() {
        assertHolds(SEED_FOR_SLICES);
    }

    private static void assertHolds(long seed) {
        var stack = Installation.running().stack();

        var report = FaultRun.run(stack, seed, DURATION, ORDERS_PER_SECOND, new Console(System.out));

        assertThat(report.holds())
                .as(() -> "seed " + seed + "\n" + report.table())
                .isTrue();
    }
}
