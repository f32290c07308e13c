package org.pizzaorders.messaging.deadletter;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.event.RecordText;
import org.pizzaorders.messaging.inbox.EventQueue;
import org.pizzaorders.messaging.inbox.HeldQueues;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

/**
 * Where events wait behind a dead letter of their key. A transaction that adds to a queue, or takes the last event out,
 * locks that queue until it ends. So no event is added to a queue that has just become empty, where it would wait for
 * ever. If there are no dead letters, each batch costs one look into an empty index.
 */
final class ParkingLot implements HeldQueues {

    /** The condition of a row for which others must wait. */
    static final String UNRESOLVED = "status in ('OPEN', 'REDRIVING', 'PARKED')";

    private final Sql sql;
    private final DeadLetterCipher cipher;
    private final String lockPrefix;
    private final String held;
    private final String park;

    ParkingLot(Service service, DataSource dataSource, DeadLetterCipher cipher) {
        this.sql = new Sql(dataSource);
        this.cipher = cipher;
        var table = service.table("dead_letters");
        lockPrefix = table;
        held = "select distinct topic, record_key from " + table + " where " + UNRESOLVED
                + " and consumer = ? and topic = any(?) and record_key = any(?)";
        park = "insert into " + table + " (id, kind, status, consumer, topic, record_partition, record_offset,"
                + " record_key, event_id, event_type, headers, payload)"
                + " values (?, 'INCOMING', 'PARKED', ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?) on conflict do nothing";
    }

    /** The queues of these events that have something unresolved. They are locked from now on. */
    @Override
    public Set<EventQueue> held(String consumer, Collection<IncomingEvent> events) {
        var first = look(consumer, events);
        if (first.isEmpty()) {
            return first;
        }
        var inOrder =
                new TreeSet<EventQueue>(Comparator.comparing(EventQueue::topic).thenComparing(EventQueue::key));
        inOrder.addAll(first);
        inOrder.forEach(this::lock);
        return look(consumer, events);
    }

    private Set<EventQueue> look(String consumer, Collection<IncomingEvent> events) {
        var keyed = events.stream().filter(event -> event.key() != null).toList();
        if (keyed.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.query(
                held,
                row -> new EventQueue(consumer, row.getString(1), row.getString(2)),
                consumer,
                keyed.stream().map(IncomingEvent::topic).distinct().toArray(String[]::new),
                keyed.stream().map(IncomingEvent::key).distinct().toArray(String[]::new)));
    }

    /** Locks the queue until the end of the transaction. A record without a key needs no lock. */
    void lock(EventQueue queue) {
        if (queue.key() != null) {
            var name = Stream.of(lockPrefix, queue.consumer(), queue.topic(), queue.key())
                    .collect(joining("|"));
            sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, name);
        }
    }

    @Override
    public void park(String consumer, IncomingEvent event) {
        keep(consumer, event);
    }

    /**
     * @return the id of its row; empty if that record is stored already
     */
    Optional<UUID> keep(String consumer, IncomingEvent event) {
        var id = Ids.next();
        var stored = sql.update(
                park,
                id,
                consumer,
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                RecordText.shortened(event.headers().get(CloudEvents.ID)),
                RecordText.shortened(event.headers().get(CloudEvents.TYPE)),
                EventJson.write(RecordText.headers(event.headers())),
                cipher.close(id, event.payload()));
        return stored == 0 ? Optional.empty() : Optional.of(id);
    }
}
