package org.pizzaorders.messaging.deadletter;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.messaging.inbox.Inbox;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.shared.Service;

/**
 * Stores events that the consumers of a service could not apply. It writes an encrypted row that waits for an operator,
 * and through the outbox a notice for {@code <topic>-dlq}, both in the transaction of this thread. Thread-safe.
 */
public final class DeadLetters {

    private static final Logger LOG = System.getLogger(DeadLetters.class.getName());

    private final Service service;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ParkingLot parked;
    private final Sql sql;
    private final String read;
    private final String open;

    DeadLetters(Service service, DataSource dataSource, Inbox inbox, Outbox outbox, ParkingLot parked) {
        this.service = service;
        this.inbox = inbox;
        this.outbox = outbox;
        this.parked = parked;
        this.sql = new Sql(dataSource);
        var table = service.table("dead_letters");
        read = "select " + DeadLetterRow.COLUMNS + " from " + table + " where id = ? for update";
        open = "update " + table + " set status = 'OPEN', reason = ?, causes = ?, fingerprint = ?,"
                + " attempts = attempts + ?, first_failed_at = coalesce(first_failed_at, ?), last_failed_at = ?,"
                + " next_attempt_at = null where id = ?";
    }

    /** Stores an event that its consumer gives up. A second call for the same record or event does nothing. */
    public void take(String consumer, IncomingEvent event, Failure failure) {
        if (isFresh(consumer, event)) {
            try (var bound = event.context().bind()) {
                parked.keep(consumer, event).ifPresent(id -> failed(id, failure));
            }
        }
    }

    /** An event without a readable id is identified by its topic, partition and offset. */
    private boolean isFresh(String consumer, IncomingEvent event) {
        UUID id;
        try {
            id = event.id();
        } catch (UnreadableEvent e) {
            return true;
        }
        return inbox.takeOver(consumer, id);
    }

    /**
     * Opens the dead letter for an operator, for the first time or again. The events parked behind it go on waiting.
     */
    void failed(UUID id, Failure failure) {
        sql.query(read, DeadLetterRow::of, id).stream()
                .filter(row -> row.status() == DeadLetterStatus.PARKED || row.status() == DeadLetterStatus.REDRIVING)
                .forEach(row -> open(row, failure));
    }

    private void open(DeadLetterRow row, Failure failure) {
        var consumer = row.queue().consumer();
        var fingerprint = failure.fingerprint(service, consumer, row.eventType());
        sql.update(
                open,
                failure.reason().name(),
                failure.causes().toArray(String[]::new),
                fingerprint,
                failure.attempts(),
                failure.firstAt(),
                failure.lastAt(),
                row.id());
        LOG.log(
                Level.WARNING,
                "Dead letter {0}: {1} is {2} at {3}: {4}",
                row.id(),
                row.eventType(),
                failure.reason(),
                consumer,
                failure.causes());
        if (row.status() == DeadLetterStatus.PARKED) {
            DeadLetterNotice.of(service, row, failure, fingerprint).leaveIn(outbox);
        }
    }
}
