package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.local.bench.lab.Lab;

/**
 * One measurement.
 *
 * @param code of the goals that it belongs to, such as {@code P1}
 * @param title for people
 * @param least the time that it needs
 * @param measurement leaves the consumers as it found them, unless the next ones need them otherwise
 */
public record Phase(String code, String title, Duration least, Measurement measurement) {

    /** Measures, and reports figures. Throws if it cannot. */
    @FunctionalInterface
    public interface Measurement {
        void measure(Lab lab);
    }

    /** All in the order in which they disturb each other least. Those on an idle and on a quiet system come first. */
    public static List<Phase> all() {
        return List.of(
                new Phase("P7", "idle", Duration.ofSeconds(40), new Idle()),
                new Phase("P1", "intake, everything running", Duration.ofSeconds(90), new RunningIntake()),
                new Phase("P3", "commit to consumer", Duration.ofSeconds(60), new CommitToConsumer()),
                new Phase("P5", "POST to PAID", Duration.ofSeconds(60), new PostToPaid()),
                new Phase("P2", "whole flow", Duration.ofSeconds(60), new WholeFlow()),
                new Phase("P1", "intake, consumers paused", Duration.ofSeconds(90), new PausedIntake()),
                new Phase("P2b", "catching up", Duration.ofSeconds(120), new CatchUp()),
                new Phase("P4", "relay", Duration.ofSeconds(60), new RelayDrain()),
                new Phase("P6", "old orders", Duration.ofSeconds(120), new OldOrders()));
    }
}
