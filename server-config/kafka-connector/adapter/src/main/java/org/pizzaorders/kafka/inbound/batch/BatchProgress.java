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
 * The progress of one batch. A batch is first delivered as a whole. If that fails, it is delivered record by record in
 * offset order, because the failure does not say which record caused it. A record that fails on its own is retried
 * until its attempts are used up. Then it is handed on as a dead letter, until that succeeds; only then the next record
 * is delivered. This class uses no clock and no thread: events come in, the next action comes out.
 */
final class BatchProgress {

    /**
     * In an outage the whole batch is tried this often. After that it is split, because the batch itself may be too
     * much for a healthy server.
     */
    private static final int HOLDS_TOGETHER = 5;

    /** What to do after a failure. */
    enum Reaction {
        /** Repeat after a wait; no attempt is used up. */
        HOLD,
        /** Repeat after a wait. */
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

    /** The record to hand on as a dead letter; empty if none is given up. */
    Optional<FailedRecord> deadLetter() {
        return Optional.ofNullable(deadLetter);
    }

    /** The current step succeeded and is committed. */
    void succeeded() {
        position += next().size();
        attempts = FailedAttempts.NONE;
        deadLetter = null;
        holds = 0;
    }

    /** Whether a single record is being tried, and is not given up. */
    boolean triesOne() {
        return isolating && deadLetter == null;
    }

    boolean isDone() {
        return position == batch.size();
    }

    /** How many of its records are done. */
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

    /** Attempts of the current record on its own. */
    int attempts() {
        return attempts.count();
    }

    /**
     * Consecutive holds. They are counted separately, so that an outage does not lengthen the waits between attempts.
     */
    int holds() {
        return holds;
    }

    /** The place, for logs: {@code order-events-3@17..20}, or {@code order-events-3@18}. */
    String position() {
        String first = next().get(0).position();
        return isolating ? first : first + ".." + batch.get(batch.size() - 1).offset();
    }
}
