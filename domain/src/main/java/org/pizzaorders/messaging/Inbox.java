package org.pizzaorders.messaging;

import static java.util.stream.Collectors.toCollection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The inbox of one service: remembers which events each consumer has applied, in the transaction that applies them.
 * Delivery is at least once; this makes the effect exactly once. Thread-safe.
 */
public final class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());

    private final DataSource dataSource;
    private final String insert;

    Inbox(Service service, DataSource dataSource) {
        this.dataSource = dataSource;
        this.insert = "insert into " + service.table("processed_events") + " (consumer, event_id)"
                + " select ?, unnest(?::uuid[]) on conflict do nothing returning event_id";
    }

    /**
     * Applies those events of the family that this consumer has not applied before, in the order given. Types that the
     * family does not have are passed over. Within the transaction of this thread: whatever fails, all of it is undone.
     *
     * @param consumer stable name; the same event is applied once for each
     * @throws UnreadableEvent if an event of the family cannot be read
     */
    public <E extends DomainEvent> void receive(
            String consumer, Class<E> family, List<IncomingEvent> incoming, Consumer<EventEnvelope<E>> handler) {
        var types = EventType.family(family);
        Map<IncomingEvent, Class<? extends E>> known = new LinkedHashMap<>();
        for (var event : incoming) {
            types.find(event.type())
                    .ifPresentOrElse(
                            type -> known.put(event, type),
                            () -> LOG.log(Level.DEBUG, "{0} passes over {1}", consumer, event.type()));
        }
        var fresh = remember(
                consumer, known.keySet().stream().map(IncomingEvent::id).collect(toCollection(HashSet::new)));
        known.forEach((event, type) -> {
            if (fresh.remove(event.id())) {
                try (var bound = event.context().bind()) {
                    handler.accept(event.open(type));
                }
            }
        });
    }

    /** Inserts first: of two deliveries of one event at the same time, the second waits here and then finds it done. */
    private Set<UUID> remember(String consumer, Set<UUID> ids) {
        var fresh = new HashSet<UUID>();
        if (ids.isEmpty()) {
            return fresh;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(insert)) {
            statement.setString(1, consumer);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new MessagingStorageException("record events in the inbox of " + consumer, e);
        }
        return fresh;
    }
}
