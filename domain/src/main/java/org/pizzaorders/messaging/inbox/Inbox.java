package org.pizzaorders.messaging.inbox;

import static java.util.stream.Collectors.toCollection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.messaging.event.EventType;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Service;

/**
 * The inbox of one service: remembers which events each consumer has taken, in the transaction that applies, parks or
 * dead-letters them. Delivery is at least once; this makes the effect exactly once. Thread-safe.
 */
public final class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());

    private final DataSource dataSource;
    private final HeldQueues queues;
    private final String insert;

    public Inbox(Service service, DataSource dataSource, HeldQueues queues) {
        this.dataSource = dataSource;
        this.queues = queues;
        this.insert = "insert into " + service.table("processed_events") + " (consumer, event_id)"
                + " select ?, unnest(?::uuid[]) on conflict do nothing returning event_id";
    }

    /**
     * Applies the events of the family that this consumer has not taken before, in the given order. Events that must
     * wait behind a dead letter of their key are parked instead. Types that do not belong to the family are skipped.
     * All of it is in the transaction of this thread: if anything fails, everything is rolled back.
     *
     * @param consumer stable name; each consumer applies an event once
     * @throws UnreadableEvent if an event of the family cannot be read, or has an unknown version
     */
    public <E extends DomainEvent> void receive(
            String consumer, Class<E> family, List<IncomingEvent> incoming, Consumer<EventEnvelope<E>> handler) {
        var fresh = fresh(consumer, known(consumer, EventType.family(family), incoming));
        var held = queues.held(
                consumer,
                fresh.stream()
                        .map(Known::event)
                        .filter(event -> !event.takenBefore())
                        .toList());
        for (var each : fresh) {
            var event = each.event();
            if (!event.takenBefore() && held.contains(EventQueue.of(consumer, event))) {
                queues.park(consumer, event);
            } else {
                try (var bound = event.context().bind()) {
                    handler.accept(event.open(each.type()));
                }
            }
        }
    }

    /**
     * Remembers an event that its consumer gives up.
     *
     * @return false if it was taken before; then nothing is left to do
     */
    public boolean takeOver(String consumer, UUID id) {
        return !remember(consumer, new HashSet<>(Set.of(id))).isEmpty();
    }

    private static <E extends DomainEvent> List<Known<E>> known(
            String consumer, EventType<E> types, List<IncomingEvent> incoming) {
        var known = new ArrayList<Known<E>>(incoming.size());
        for (var event : incoming) {
            types.find(event.type())
                    .ifPresentOrElse(
                            type -> known.add(new Known<>(event, event.id(), type)),
                            () -> LOG.log(Level.DEBUG, "{0} passes over {1}", consumer, event.type()));
        }
        return known;
    }

    private <E extends DomainEvent> List<Known<E>> fresh(String consumer, List<Known<E>> known) {
        var ids = remember(
                consumer,
                known.stream()
                        .filter(each -> !each.event().takenBefore())
                        .map(Known::id)
                        .collect(toCollection(HashSet::new)));
        return known.stream()
                .filter(each -> each.event().takenBefore() || ids.remove(each.id()))
                .toList();
    }

    /**
     * Inserts first: if one event is delivered twice at the same time, the second delivery waits here and then finds it
     * taken. The ids are sorted, because otherwise two overlapping batches could deadlock.
     */
    private Set<UUID> remember(String consumer, Set<UUID> ids) {
        var fresh = new HashSet<UUID>();
        if (ids.isEmpty()) {
            return fresh;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(insert)) {
            statement.setString(1, consumer);
            statement.setArray(
                    2, connection.createArrayOf("uuid", ids.stream().sorted().toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new StorageException("record events in the inbox of " + consumer, e);
        }
        return fresh;
    }

    private record Known<E extends DomainEvent>(IncomingEvent event, UUID id, Class<? extends E> type) {}
}
