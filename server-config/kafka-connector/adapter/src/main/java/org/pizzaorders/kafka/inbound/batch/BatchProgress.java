package org.pizzaorders.kafka.inbound.batch;

import static org.pizzaorders.kafka.inbound.failure.Blame.INFRASTRUCTURE;
import static org.pizzaorders.kafka.inbound.failure.Blame.TIMED_OUT;
import static org.pizzaorders.kafka.inbound.failure.Blame.UNPROCESSABLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

/**
 * How far one batch has come. It is delivered whole; once that fails, record by record in offset order, as the failure
 * does not name the guilty one. A record that fails on its own is delivered again until its attempts are spent, then
 * handed on as a dead letter until somebody takes it; only then the next one is delivered. No clock, no thread: what
 * happens comes in, what to do next comes out.
 */
final class BatchProgress {

    /** So often the whole batch is tried in an outage: it may be the batch that is too much for a server that is well. */
    private static final int HOLDS_TOGETHER = 5;

    /** What to do after a failure. */
    enum Reaction {
        /** The same again after a wait, no attempt spent. */
        HOLD,
        /** The same again after a wait. */
        RETRY,
        /** Record by record, at once. */
        ISOLATE,
        /** Hand the record on, at once. */
        GIVE_UP
    }

    private final List<ConsumedRecord> batch;
    private final int maxAttempts;
    private int position;
    private boolean isolating;
    private FailedAttempts attempts = FailedAttempts.NONE;
    private FailedRecord deadLetter;
    private int holds;

    BatchProgress(List<ConsumedRecord> batch, int maxAttempts) {
        this.batch = List.copyOf(batch);
        this.maxAttempts = maxAttempts;
        this.isolating = batch.size() == 1;
    }

    /** What to deliver. */
    List<ConsumedRecord> next() {
        return isolating ? batch.subList(position, position + 1) : batch;
    }

    /** What to hand on instead; empty as long as nothing is given up. */
    Optional<FailedRecord> deadLetter() {
        return Optional.ofNullable(deadLetter);
    }

    /** What was to do is done, and committed. */
    void succeeded() {
        position += next().size();
        attempts = FailedAttempts.NONE;
        deadLetter = null;
        holds = 0;
    }

    /** A record is tried on its own, and is not given up. */
    boolean triesOne() {
        return isolating && deadLetter == null;
    }

    boolean isDone() {
        return position == batch.size();
    }

    /** How many of its records. */
    int done() {
        return position;
    }

    Reaction failed(DeliveryFailure failure, Instant at) {
        Reaction reaction = reaction(failure, at);
        holds = reaction == Reaction.HOLD ? holds + 1 : 0;
        return reaction;
    }

    private Reaction reaction(DeliveryFailure failure, Instant at) {
        if (deadLetter != null) {
            return Reaction.HOLD;
        }
        if (failure.blame() == INFRASTRUCTURE) {
            isolating |= holds + 1 >= HOLDS_TOGETHER;
            return Reaction.HOLD;
        }
        boolean alone = isolating;
        isolating = true;
        if (failure.blame() == TIMED_OUT) {
            return Reaction.HOLD;
        }
        return alone ? attemptSpent(failure, at) : Reaction.ISOLATE;
    }

    private Reaction attemptSpent(DeliveryFailure failure, Instant at) {
        attempts = attempts.plus(failure, at);
        if (failure.blame() == UNPROCESSABLE) {
            deadLetter = attempts.of(batch.get(position), FailedRecord.Reason.UNREADABLE);
        } else if (attempts.count() >= maxAttempts) {
            deadLetter = attempts.of(batch.get(position), FailedRecord.Reason.EXHAUSTED);
        }
        return deadLetter == null ? Reaction.RETRY : Reaction.GIVE_UP;
    }

    /** Of the record that is at hand, on its own. */
    int attempts() {
        return attempts.count();
    }

    /** How often in a row it was to be held: an outage does not lengthen the waits between attempts. */
    int holds() {
        return holds;
    }

    /** The place, for logs: {@code order-events-3@17..20}, or {@code order-events-3@18}. */
    String position() {
        String first = next().get(0).position();
        return isolating ? first : first + ".." + batch.get(batch.size() - 1).offset();
    }
}
