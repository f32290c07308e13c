package org.pizzaorders.kafka.outbound;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;

/**
 * Records of a batch that wait until the previous record of their key is acknowledged. If that record is refused or
 * expires, the rest of the key fails. The client itself would go on sending: it keeps the sequence of the records that
 * arrive, but does not hold back a record whose predecessor failed.
 */
final class WaitingRecords {

    private record Waiting(OutgoingRecord outgoing, CompletableFuture<SendResult> result) {}

    /** The waiting records of one key, and the outcome of the record before them. */
    private static final class Line {
        private final Queue<Waiting> queue = new ArrayDeque<>();
        private CompletableFuture<SendResult> before;

        private Line(CompletableFuture<SendResult> before) {
            this.before = before;
        }

        private void failAll(String reason) {
            queue.forEach(each -> each.result().complete(new SendResult.Failed(reason, true)));
            queue.clear();
        }
    }

    /** Passes a record to the client. */
    interface HandOver {
        void now(OutgoingRecord outgoing, CompletableFuture<SendResult> result);
    }

    private final Map<Lane, Line> lines = new LinkedHashMap<>();

    /** @param before the outcome of the key's first record */
    CompletableFuture<SendResult> add(Lane lane, CompletableFuture<SendResult> before, OutgoingRecord outgoing) {
        CompletableFuture<SendResult> result = new CompletableFuture<>();
        lines.computeIfAbsent(lane, key -> new Line(before)).queue.add(new Waiting(outgoing, result));
        return result;
    }

    /**
     * @return whether a predecessor was acknowledged and so another record was sent
     */
    boolean goOn(HandOver handOver) {
        boolean moved = false;
        for (Iterator<Line> each = lines.values().iterator(); each.hasNext(); ) {
            Line line = each.next();
            while (!line.queue.isEmpty() && line.before.isDone()) {
                moved |= goOn(line, handOver);
            }
            if (line.queue.isEmpty()) {
                each.remove();
            }
        }
        return moved;
    }

    private static boolean goOn(Line line, HandOver handOver) {
        if (line.before.join() instanceof SendResult.Failed) {
            line.failAll("held back behind a failed record of the same key");
            return false;
        }
        Waiting next = line.queue.remove();
        handOver.now(next.outgoing(), next.result());
        line.before = next.result();
        return true;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * @return false if no outcome of a predecessor came in time
     */
    boolean awaitAny(long nanos) {
        CompletableFuture<?>[] before =
                lines.values().stream().map(line -> line.before).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(before).get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveUp() {
        lines.values().forEach(line -> line.failAll("held back behind a record of the same key without an answer yet"));
        lines.clear();
    }
}
