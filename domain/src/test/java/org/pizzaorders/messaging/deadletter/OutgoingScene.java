package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.outbox.OutboxRelay;
import org.pizzaorders.messaging.outbox.OutgoingEvent;
import org.pizzaorders.messaging.outbox.PublishResult;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.pizzaorders.messaging.outbox.RelayInstance;
import org.pizzaorders.messaging.outbox.UnsendableEvents;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.shared.Service;

/** The outbox of the order service, a topic that refuses for good what it is told to, and operators. */
final class OutgoingScene implements AutoCloseable {

    /** Longer than any test: whatever happens, a wake-up has made it happen. */
    static final Duration NEVER = Duration.ofHours(1);

    final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);
    final DeadLetterOffice office;

    private final Queue<Runnable> afterCommit = new ArrayDeque<>();
    private final List<RelayInstance> instances = new ArrayList<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final List<String> offered = new CopyOnWriteArrayList<>();
    private final List<String> topic = new CopyOnWriteArrayList<>();

    /** Where operators work. */
    private volatile RelayInstance here;

    OutgoingScene() {
        office = new DeadLetterOffice(
                Service.ORDERS,
                orders.dataSource(),
                orders.outbox(),
                new DeadLetterCipher(ServiceFixture.DEAD_LETTERS_KEY, List.of()),
                afterCommit::add,
                () -> here.committed());
    }

    /** Starts one; operators work at the latest. */
    RelayInstance instance(Duration tick) {
        here = new RelayInstance(orders.source("instance"), this::publish, tick, office.unsendable());
        instances.add(here);
        return here;
    }

    /** Starts one if there is none. */
    RelayInstance anyInstance(Duration tick) {
        return here == null ? instance(tick) : here;
    }

    /** One whose rounds are the test's. */
    OutboxRelay relay(UnsendableEvents unsendable) {
        var source = orders.source("relay");
        return new OutboxRelay(Service.ORDERS, source, this::publish, unsendable, false, wakeUp -> {}, () -> {});
    }

    void happened(UUID order, int... versions) {
        for (var version : versions) {
            orders.outbox().append(new OrderPaid(order), version);
        }
    }

    void refuse(UUID order, int version, String reason) {
        refused.put(order + " " + version, reason);
    }

    /** Has a relay run, and the first of the versions refused by the topic. */
    void buried(Duration tick, UUID order, int... versions) {
        refuse(order, versions[0], "TooLarge");
        happened(order, versions);
        anyInstance(tick).committed();
        soon(() -> assertThat(letter(order).parkedBehind()).isEqualTo(versions.length - 1));
    }

    void heal() {
        refused.clear();
    }

    private List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events) {
        return events.stream()
                .map(this::publish)
                .<CompletionStage<PublishResult>>map(CompletableFuture::completedStage)
                .toList();
    }

    private PublishResult publish(OutgoingEvent event) {
        var name = event.aggregateId() + " " + event.headers().get(CloudEvents.AGGREGATE_VERSION);
        offered.add(name);
        var reason = refused.get(name);
        if (reason != null) {
            return new NotPublished(reason, false);
        }
        topic.add(name);
        return new Published();
    }

    /** Those that are on the topic, in their order there. */
    List<Integer> published(UUID order) {
        return topic.stream()
                .filter(name -> name.startsWith(order.toString()))
                .map(name -> Integer.valueOf(name.substring(name.indexOf(' ') + 1)))
                .toList();
    }

    /** How often the topic was asked to take it. */
    long offers(UUID order, int version) {
        return offered.stream().filter((order + " " + version)::equals).count();
    }

    int resolve(Action action, UUID... ids) {
        return resolve(new Resolution(action, Set.of(ids), Optional.empty(), "seen to", "olga", false));
    }

    int resolve(Resolution resolution) {
        var touched = resolveAndDie(resolution);
        afterCommit.forEach(Runnable::run);
        afterCommit.clear();
        return touched;
    }

    /** Nothing comes after the commit. */
    int resolveAndDie(Resolution resolution) {
        return orders.inTransaction(() -> office.resolve(resolution));
    }

    List<DeadLetterView> letters(DeadLetterStatus status) {
        return office.list(query(status)).items();
    }

    /** Of the event of that order which waits for an operator. */
    DeadLetterView letter(UUID order) {
        return letters(DeadLetterStatus.OPEN).stream()
                .filter(letter -> letter.key().equals(order.toString()))
                .reduce((one, other) -> {
                    throw new AssertionError("two: " + one + ", " + other);
                })
                .orElseThrow(() -> new AssertionError("none of " + order));
    }

    List<DeadLetterGroup> groups() {
        return office.groups(query(DeadLetterStatus.OPEN));
    }

    List<OperatorAction> audit() {
        return office.audit().list(new PageRequest(10, Optional.empty())).items().stream()
                .map(entry -> entry.action())
                .toList();
    }

    private static DeadLetterQuery query(DeadLetterStatus status) {
        return new DeadLetterQuery(
                Optional.of(status),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PageRequest(100, Optional.empty()));
    }

    /** Returns once the database knows that nobody relays, and has counted what they did. */
    void stop() {
        instances.forEach(RelayInstance::close);
        instances.clear();
        here = null;
        await().until(() -> orders.rows("select 1 from pg_stat_activity where application_name = 'instance'"
                        + " and datname = current_database()")
                .isEmpty());
    }

    /** What other threads do in their own time. */
    static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    void clear() {
        stop();
        afterCommit.clear();
        heal();
        orders.execute("delete from orders.dead_letters");
        orders.execute("delete from orders.outbox_events");
        orders.execute("delete from orders.operator_actions");
    }

    @Override
    public void close() {
        orders.close();
    }
}
