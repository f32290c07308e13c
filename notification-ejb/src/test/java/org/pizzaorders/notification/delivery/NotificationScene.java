package org.pizzaorders.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.pizzaorders.breaker.BreakerSettings;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.boundary.Desks;
import org.pizzaorders.notification.boundary.News;
import org.pizzaorders.notification.boundary.NotificationDesk;
import org.pizzaorders.notification.boundary.PolicyDesk;
import org.pizzaorders.notification.boundary.TemplateDesk;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.control.NotificationService;
import org.pizzaorders.notification.sending.ClaimedDeliveries;
import org.pizzaorders.notification.sending.DeliveryLedger;
import org.pizzaorders.notification.sending.DeliveryWork;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

/** The service on a real database, and a channel that remembers what it was given and fails when told to. */
final class NotificationScene implements AutoCloseable {

    static final int MINIMUM_CALLS = 4;

    final ServiceFixture fixture = ServiceFixture.of(Service.NOTIFICATIONS, "notifications");
    final NotificationService service = new NotificationService(fixture, Clock.systemUTC());
    final NotificationDesk desk;
    final TemplateDesk templates;
    final PolicyDesk policies;
    final NotificationBreakers breakers;
    final List<Dispatch> delivered = new CopyOnWriteArrayList<>();
    /** One, so that messages are sent in their order. */
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    /** Called before each message is sent, on the thread that sends it. */
    volatile Consumer<Dispatch> sending = dispatch -> {};

    final Set<Channel> woken = EnumSet.noneOf(Channel.class);
    final Set<Channel> away = EnumSet.noneOf(Channel.class);
    final News news;

    NotificationScene() {
        this(Duration.ofHours(1));
    }

    /** @param openFor how long breakers stay open */
    NotificationScene(Duration openFor) {
        breakers = new SceneBreakers(openFor);
        var worker = new ChannelWakeUp() {
            @Override
            public void wakeAfterCommit(Collection<Channel> channels) {
                // The tests run the work themselves.
                woken.addAll(channels);
            }
        };
        var desks = new Desks(service, worker);
        news = desks.news;
        desk = desks.desk;
        templates = desks.templates;
        policies = desks.policies;
    }

    void receive(OrderEvent event) {
        receive(ServiceFixture.incoming(event, 1));
    }

    void receive(PaymentEvent event) {
        receive(ServiceFixture.incoming(event, 1));
    }

    /** Within the transaction of this thread. */
    void hear(PaymentEvent event) {
        news.receive(List.of(ServiceFixture.incoming(event, 1)));
    }

    void receive(IncomingEvent event) {
        fixture.inTransaction(() -> news.receive(List.of(event)));
    }

    /** One round of the worker: all that is due. */
    void deliverDue() {
        deliverDue(ledger());
    }

    void deliverDue(DeliveryLedger ledger) {
        for (var channel : Channel.values()) {
            var work = work(channel, ledger);
            work.attempt(work.claim(50));
        }
    }

    DeliveryWork work(Channel channel, DeliveryLedger ledger) {
        return work(channel, ledger, threads, Duration.ofMinutes(2));
    }

    DeliveryWork work(Channel channel, DeliveryLedger ledger, Executor executor, Duration lease) {
        return new DeliveryWork(
                channel,
                new ClaimedDeliveries(fixture.dataSource(), channel),
                ledger,
                this::line,
                breakers.breaker(channel.name()),
                executor,
                SteadyClock.started(),
                2,
                lease);
    }

    DeliveryLedger ledger() {
        return new DeliveryLedger() {
            @Override
            public void expire(Channel channel) {
                fixture.inTransaction(() -> service.records.expire(channel));
            }

            @Override
            public void record(Collection<Handled> handled) {
                fixture.inTransaction(() -> service.records.record(handled));
            }
        };
    }

    /** Has time pass: leases end, and what was put off falls due. */
    void everythingFallsDue() {
        fixture.execute("update notifications.notification_deliveries set next_attempt_at = now()"
                + " where next_attempt_at is not null");
    }

    /** All deliveries in the order in which they were made, such as {@code OrderReady SMS}. */
    List<String> deliveries() {
        return fixture
                .rows("select n.template || ' ' || d.channel as delivery from notifications.notifications n"
                        + " join notifications.notification_deliveries d on d.notification_id = n.id"
                        + " order by n.id, d.channel")
                .stream()
                .map(row -> (String) row.get("delivery"))
                .toList();
    }

    private DeliveryChannel.Line line() {
        return new DeliveryChannel.Line() {
            @Override
            public Outcome deliver(Dispatch dispatch) {
                if (away.contains(dispatch.channel())) {
                    return Outcome.channelFailure("away");
                }
                sending.accept(dispatch);
                delivered.add(dispatch);
                return outcomes.isEmpty() ? new Outcome.Sent() : outcomes.remove();
            }

            @Override
            public void cutOff() {
                // never takes long
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private final class SceneBreakers extends NotificationBreakers {

        private final Duration openFor;

        SceneBreakers(Duration openFor) {
            this.openFor = openFor;
            dataSource = fixture.dataSource();
            clock = Clock.systemUTC();
            open();
        }

        @Override
        protected BreakerSettings settings() {
            return new BreakerSettings(50, 10, MINIMUM_CALLS, openFor, 2);
        }

        @Override
        protected OperatorActions audit() {
            return fixture.audit();
        }
    }

    static OrderCreated created(UUID order) {
        return created(order, "en");
    }

    static OrderCreated created(UUID order, String language) {
        return created(order, language, PaymentMethod.CARD);
    }

    static OrderCreated created(UUID order, String language, PaymentMethod method) {
        return new OrderCreated(
                order,
                null,
                new Customer("Анна", "anna@pizza.test", "+79161234567", language),
                List.of(new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 62_500, 125_000)),
                125_000,
                "RUB",
                "Moscow",
                new PaymentChoice(method, method == PaymentMethod.CARD ? "tok_visa" : null));
    }

    static PaymentCompleted paid(UUID order) {
        return new PaymentCompleted(Ids.next(), order, 125_000, "RUB", PaymentMethod.CARD, "ch_1");
    }

    static PaymentFailed declined(UUID order) {
        return new PaymentFailed(Ids.next(), order, 125_000, "RUB", PaymentMethod.CARD, "card_declined");
    }

    /** Sets the policy: customers are notified of the event by these channels only. */
    void notifyBy(Class<? extends DomainEvent> event, Channel... channels) {
        fixture.inTransaction(() -> policies.change(event.getSimpleName(), Set.of(channels), "trial", "anna"));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        fixture.close();
    }
}
