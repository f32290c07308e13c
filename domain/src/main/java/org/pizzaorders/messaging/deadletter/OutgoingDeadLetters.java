package org.pizzaorders.messaging.deadletter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.messaging.event.RecordText;
import org.pizzaorders.messaging.outbox.OutgoingEvent;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.AfterCommit;

/**
 * Events that their topic will never accept. They stay in the outbox and hold back the later events of their aggregate.
 * Their dead letter has no payload of its own. Thread-safe.
 */
final class OutgoingDeadLetters {

    /** Stands in the place of the consumer's name. */
    static final String OUTBOX = "outbox";

    private final Service service;
    private final Sql sql;
    private final Runnable wakeRelay;
    private final AfterCommit afterCommit;
    private final String type;
    private final String add;
    private final String sendAgain;
    private final String skip;

    OutgoingDeadLetters(Service service, DataSource dataSource, AfterCommit afterCommit, Runnable wakeRelay) {
        this.service = service;
        this.sql = new Sql(dataSource);
        this.afterCommit = afterCommit;
        this.wakeRelay = wakeRelay;
        var outbox = service.table("outbox_events");
        type = "select event_type from " + outbox + " where id = ?";
        add = "insert into " + service.table("dead_letters") + " as d (id, kind, status, consumer, topic, record_key,"
                + " outbox_id, event_id, event_type, reason, causes, fingerprint, attempts, first_failed_at,"
                + " last_failed_at) select ?, 'OUTGOING', 'OPEN', '" + OUTBOX + "', topic, partition_key, id, event_id,"
                + " event_type, 'UNSENDABLE', array[?], ?, 1, now(), now() from " + outbox + " where id = ?"
                + " on conflict (outbox_id) do update set status = 'OPEN', causes = excluded.causes,"
                + " fingerprint = excluded.fingerprint, attempts = d.attempts + 1, last_failed_at = now(),"
                + " resolved_at = null";
        sendAgain = "update " + outbox + " set next_attempt_at = now() where id = any(?) and published_at is null";
        skip = "delete from " + outbox + " where id = any(?) and published_at is null";
    }

    /**
     * Makes the event a dead letter that waits for an operator, in the transaction of the connection. The same event
     * may come again after it was redriven.
     *
     * @param reason without personal data
     */
    void add(Connection connection, OutgoingEvent event, String reason) throws SQLException {
        try (var statement = connection.prepareStatement(add)) {
            statement.setObject(1, Ids.next());
            statement.setString(2, reason);
            statement.setString(3, fingerprint(connection, event, reason));
            statement.setLong(4, event.id());
            statement.executeUpdate();
        }
    }

    private String fingerprint(Connection connection, OutgoingEvent event, String reason) throws SQLException {
        try (var statement = connection.prepareStatement(type)) {
            statement.setLong(1, event.id());
            try (var row = statement.executeQuery()) {
                var eventType = row.next() ? row.getString(1) : null;
                return RecordText.mark(String.join(
                        "|",
                        service.schema(),
                        OUTBOX,
                        String.valueOf(eventType),
                        DeadLetterReason.UNSENDABLE.name(),
                        // Sizes and offsets differ from event to event, so they are left out.
                        reason.replaceAll("\\d+", "#")));
            }
        }
    }

    /**
     * Makes the events due again, in the transaction of this thread. Later events of the aggregate follow once it is
     * sent.
     */
    void sendAgain(List<Long> outboxIds) {
        sql.update(sendAgain, (Object) outboxIds.toArray(Long[]::new));
        afterCommit.run(wakeRelay);
    }

    /** Gives the events up, in the transaction of this thread. Consumers see a gap and then the later events. */
    void skip(List<Long> outboxIds) {
        sql.update(skip, (Object) outboxIds.toArray(Long[]::new));
        afterCommit.run(wakeRelay);
    }
}
