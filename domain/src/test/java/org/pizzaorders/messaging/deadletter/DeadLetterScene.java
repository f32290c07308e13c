package org.pizzaorders.messaging.deadletter;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/** A consumer of order events in the payment service, which fails when told to; its worker runs when told to. */
public final class DeadLetterScene implements AutoCloseable {

    public static final String CONSUMER = "payments";
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public final ServiceFixture fixture = ServiceFixture.of(Service.PAYMENTS);
    final List<Integer> applied = Collections.synchronizedList(new ArrayList<>());

    /** Told of each event before it is applied; throw to fail. */
    Consumer<EventEnvelope<OrderEvent>> mood = envelope -> {};

    private final Redriver redriver = fixture.office().redriver();

    void receive(IncomingEvent... events) {
        fixture.inTransaction(() -> handle(CONSUMER, List.of(events)));
    }

    private void handle(String consumer, List<IncomingEvent> events) {
        fixture.inbox().<OrderEvent>receive(consumer, OrderEvent.class, events, envelope -> {
            mood.accept(envelope);
            applied.add(envelope.aggregateVersion());
        });
    }

    public void bury(IncomingEvent event) {
        bury(event, DeadLetterReason.EXHAUSTED);
    }

    void bury(IncomingEvent event, DeadLetterReason reason) {
        var failure = new Failure(reason, List.of("java.lang.IllegalStateException"), 3, NOON, NOON.plusSeconds(9));
        fixture.inTransaction(() -> fixture.deadLetters().take(CONSUMER, event, failure));
    }

    /** All rounds of the worker until nothing is due. */
    void work() {
        var work = worker(this::proceed);
        for (var claimed = work.claim(1); !claimed.isEmpty(); claimed = work.claim(1)) {
            work.attempt(claimed);
        }
    }

    public RedriveWork worker(Consumer<UUID> proceed) {
        return new RedriveWork(
                new DueTable(fixture.dataSource(), "payments.dead_letters", ""),
                proceed,
                (id, failure) ->
                        fixture.inTransaction(() -> fixture.deadLetters().failed(id, failure)),
                () -> false,
                Clock.systemUTC());
    }

    /** Within a transaction of the caller. */
    void proceedWithin(UUID id) {
        redriver.proceed(id, this::handle);
    }

    void proceed(UUID id) {
        fixture.inTransaction(() -> redriver.proceed(id, this::handle));
    }

    public int resolve(Action action, UUID... ids) {
        return resolve(new Resolution(action, Set.of(ids), Optional.empty(), "seen to", "olga", false));
    }

    int resolve(Resolution resolution) {
        return fixture.inTransaction(() -> fixture.office().resolve(resolution));
    }

    /** Newest first, parked ones too. */
    public List<DeadLetterView> letters(DeadLetterStatus status) {
        return fixture.office()
                .list(new DeadLetterQuery(
                        Optional.of(status),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new PageRequest(100, Optional.empty())))
                .items();
    }

    public DeadLetterView theOpenOne() {
        var open = letters(DeadLetterStatus.OPEN);
        if (open.size() != 1) {
            throw new AssertionError("open: " + open);
        }
        return open.get(0);
    }

    List<Map<String, Object>> rows(String sql) {
        return fixture.rows(sql);
    }

    /** What was told on dead letter topics. */
    List<Map<String, Object>> notices() {
        return rows("select topic, partition_key, aggregate_id, payload::text as payload"
                + " from payments.outbox_events where topic like '%-dlq' order by id");
    }

    /** Leases end. */
    void timePasses() {
        fixture.execute("update payments.dead_letters set next_attempt_at = now() where next_attempt_at is not null");
    }

    static Redriver redriver(ServiceFixture fixture, String key, List<String> previous) {
        var cipher = new DeadLetterCipher(key, previous);
        return new Redriver(
                Service.PAYMENTS,
                fixture.dataSource(),
                new ParkingLot(Service.PAYMENTS, fixture.dataSource(), cipher),
                cipher);
    }

    public void clear() {
        fixture.execute("delete from payments.dead_letters");
        fixture.execute("delete from payments.outbox_events");
        fixture.execute("delete from payments.operator_actions");
        applied.clear();
        mood = envelope -> {};
    }

    @Override
    public void close() {
        fixture.close();
    }
}
