package org.pizzaorders.messaging.deadletter;

import static org.pizzaorders.messaging.deadletter.ParkingLot.UNRESOLVED;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.messaging.inbox.EventQueue;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.shared.Service;

/**
 * Resumes a queue that waited behind a dead letter: one event after the other, each in the transaction of the caller.
 * At most one event of a queue is due at a time. Taking an event out of the queue makes the next one due, unless that
 * one is a dead letter itself. If a process dies meanwhile, the current event falls due again.
 */
final class Redriver {

    private final Sql sql;
    private final ParkingLot parked;
    private final DeadLetterCipher cipher;
    private final String read;
    private final String first;
    private final String done;
    private final String notDue;
    private final String next;

    Redriver(Service service, DataSource dataSource, ParkingLot parked, DeadLetterCipher cipher) {
        this.sql = new Sql(dataSource);
        this.parked = parked;
        this.cipher = cipher;
        var table = service.table("dead_letters");
        read = "select " + DeadLetterRow.COLUMNS + " from " + table + " where id = ?";
        first = "select id from " + table + " where " + UNRESOLVED
                + " and consumer = ? and topic = ? and record_key = ? order by position limit 1";
        done = "update " + table + " set status = 'REDRIVEN', payload = null, resolved_at = now(),"
                + " next_attempt_at = null where id = ?";
        notDue = "update " + table + " set next_attempt_at = null where id = ?";
        next = "update " + table + " set next_attempt_at = now() where id = (" + first
                + ") and status in ('PARKED', 'REDRIVING')";
    }

    /**
     * Applies the event if it is next in its queue, or resumes the queue if the event has just been discarded.
     *
     * @param handler the consumer's own; its exceptions go to the caller, and then nothing has changed
     */
    void proceed(UUID id, BiConsumer<String, List<IncomingEvent>> handler) {
        sql.query(read, DeadLetterRow::of, id).stream()
                .map(DeadLetterRow::queue)
                .forEach(queue -> {
                    parked.lock(queue);
                    sql.query(read + " for update", DeadLetterRow::of, id).forEach(row -> proceed(row, handler));
                });
    }

    private void proceed(DeadLetterRow row, BiConsumer<String, List<IncomingEvent>> handler) {
        if (!waits(row)) {
            sql.update(notDue, row.id());
            goOn(row.queue());
        } else if (!isFirst(row)) {
            sql.update(notDue, row.id());
        } else {
            handler.accept(row.queue().consumer(), List.of(row.event(cipher)));
            sql.update(done, row.id());
            goOn(row.queue());
        }
    }

    private static boolean waits(DeadLetterRow row) {
        return row.status() == DeadLetterStatus.REDRIVING || row.status() == DeadLetterStatus.PARKED;
    }

    private boolean isFirst(DeadLetterRow row) {
        var queue = row.queue();
        return queue.key() == null
                || sql.query(
                                first,
                                found -> found.getObject(1, UUID.class),
                                queue.consumer(),
                                queue.topic(),
                                queue.key())
                        .contains(row.id());
    }

    private void goOn(EventQueue queue) {
        sql.update(next, queue.consumer(), queue.topic(), queue.key());
    }
}
