package org.pizzaorders.payment.control;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.local.simulator.Simulator;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.AttemptOutcome;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.Payments;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.ProviderSettings;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;
import org.pizzaorders.payment.provider.stripe.StripePaymentProvider;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.RetrySchedule;

/** The payment service without its server: real database, real HTTP to the provider simulator, transactions by hand. */
final class PaymentsFixture implements AutoCloseable {

    static final int MAX_ATTEMPTS = 4;
    static final int MAX_PAYMENTS = 3;
    static final Duration TIME_LIMIT = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final PageRequest FIRST = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
    private static final Clock CLOCK = Clock.systemUTC();

    final ServiceFixture database = ServiceFixture.of(Service.PAYMENTS, "payments");
    final PaymentProvider provider;

    /** The same, with a time-out that a hanging card runs into soon. */
    final PaymentProvider impatient;

    final ProviderBooks books;

    private final OrderFollower orders;
    private final Settlement settlement;
    private final Refunding refunding;
    private final PayingAgain payingAgain;
    private final PaymentStore store;
    private final PaymentLists lists;

    PaymentsFixture() {
        this(TestServices.simulator());
    }

    /** With a provider of its own, to be killed and frozen. */
    PaymentsFixture(Simulator simulator) {
        books = new ProviderBooks(simulator);
        var settings = new PaymentSettings(
                new ProviderSettings(
                        simulator.url(), Optional.of("sk_test"), Duration.ofSeconds(5), Duration.ofSeconds(10)),
                new RetrySchedule(Duration.ofMillis(1), Duration.ofMillis(5), 2),
                new RetrySchedule(Duration.ofHours(1), Duration.ofHours(1), 1),
                new RetrySchedule(Duration.ofHours(1), Duration.ofHours(1), 1),
                Duration.ofDays(30),
                MAX_PAYMENTS,
                MAX_ATTEMPTS,
                TIME_LIMIT,
                4);
        provider = new StripePaymentProvider(settings.provider(), "sk_test", CLOCK);
        impatient = new StripePaymentProvider(
                new ProviderSettings(
                        simulator.url(), Optional.of("sk_test"), Duration.ofSeconds(5), Duration.ofMillis(300)),
                "sk_test",
                CLOCK);
        store = new PaymentStore(database.entityManager(), database::outbox);
        lists = new PaymentLists(database.entityManager());
        refunding = new Refunding(store, settings, CLOCK);
        settlement = new Settlement(store, refunding, settings, CLOCK);
        orders = new OrderFollower(store, refunding, settings, CLOCK);
        payingAgain = new PayingAgain(store, settings, CLOCK);
    }

    static OrderCreated order(PaymentMethod method, String token) {
        return new OrderCreated(
                org.pizzaorders.shared.Ids.next(),
                null,
                new Customer("Анна", "anna@pizza.test", "+79161234567", "ru"),
                List.of(new PricedLine("margherita", "Маргарита", PizzaSize.LARGE, 1, 129_900, 129_900)),
                129_900,
                "RUB",
                "Москва, Тверская 1",
                new PaymentChoice(method, token));
    }

    /** The payment of a new order by that card. */
    PaymentView placed(String token) {
        var order = order(PaymentMethod.CARD, token);
        hear(order);
        return paymentOf(order.orderId());
    }

    static List<AttemptOutcome> outcomes(PaymentView payment) {
        return payment.attempts().stream().map(PaymentView.Attempt::outcome).toList();
    }

    /** All in one transaction, as they come when there is a backlog. */
    void hearTogether(OrderEvent... events) {
        var batch = IntStream.range(0, events.length)
                .mapToObj(index -> ServiceFixture.incoming(events[index], index + 1))
                .toList();
        hear(batch);
    }

    void hear(OrderEvent event) {
        hear(ServiceFixture.incoming(event, 1));
    }

    void hear(IncomingEvent event) {
        hear(List.of(event));
    }

    private void hear(List<IncomingEvent> events) {
        database.inTransaction(() -> {
            var news = new ArrayList<EventEnvelope<OrderEvent>>();
            database.inbox().receive("payments", OrderEvent.class, events, news::add);
            orders.follow(news);
        });
    }

    Optional<Claimed<ChargeRequest>> claim(UUID id) {
        return claimRows().contains(id) ? database.inTransaction(() -> settlement.begin(id)) : Optional.empty();
    }

    /** All due payments, as the worker claims them. */
    List<UUID> claimRows() {
        return new DueTable(database.dataSource(), "payments.payments", Settlement.onClaim(LEASE)).claim(100, LEASE);
    }

    List<Claimed<ChargeRequest>> claimTogether(List<UUID> ids) {
        return beginTogether(claimRows().stream().filter(ids::contains).toList());
    }

    List<Claimed<ChargeRequest>> beginTogether(List<UUID> ids) {
        return List.copyOf(database.inTransaction(() -> settlement.begin(ids)).values());
    }

    /** The steps that the provider takes, recorded in one transaction; returns the next ones. */
    List<Claimed<ChargeRequest>> stepTogether(List<Claimed<ChargeRequest>> claimed) {
        var answers = claimed.stream()
                .map(each -> new Answered(each, provider.charge(each.request())))
                .toList();
        return database.inTransaction(() -> settlement.record(answers)).values().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Records what came of a step; the next one, if there is one for this claimer. */
    Optional<Claimed<ChargeRequest>> record(Claimed<ChargeRequest> claimed, ChargeResult result) {
        return database.inTransaction(() -> settlement.record(new Answered(claimed, result)));
    }

    /** The step that the provider takes, recorded. */
    Optional<Claimed<ChargeRequest>> step(Claimed<ChargeRequest> claimed) {
        return record(claimed, provider.charge(claimed.request()));
    }

    /** Claimed and opened: about to be charged. */
    Claimed<ChargeRequest> opened(UUID id) {
        return claim(id).flatMap(this::step).orElseThrow();
    }

    /** One attempt, as the worker makes it. */
    void attempt(UUID id) {
        attempt(id, provider);
    }

    private void attempt(UUID id, PaymentProvider by) {
        var next = claim(id);
        while (next.isPresent()) {
            var made = next.get();
            next = record(made, by.charge(made.request()));
        }
    }

    /** Attempts until the payment is settled or has been tried so often. */
    PaymentView attempt(UUID id, int times) {
        return attempt(id, times, provider);
    }

    PaymentView attempt(UUID id, int times, PaymentProvider by) {
        for (var i = 0; i < times; i++) {
            makeDue();
            attempt(id, by);
        }
        return payment(id);
    }

    /** One attempt on each refund that is due, as the worker makes it. */
    void refund() {
        refund(provider::refund);
    }

    void refund(Function<RefundRequest, RefundResult> by) {
        for (var id :
                new DueTable(database.dataSource(), "payments.refunds", Refunding.onClaim(LEASE)).claim(100, LEASE)) {
            var claimed = database.inTransaction(() -> refunding.begin(id));
            claimed.ifPresent(refund -> {
                var result = by.apply(refund.request());
                database.inTransaction(() -> refunding.record(refund, result));
            });
        }
    }

    /** Time goes by for one payment. */
    void makeDue(UUID id) {
        database.execute("update payments set next_attempt_at = now() where id = '" + id + "'");
    }

    /** Time goes by: delays are over, and so are the leases of those who died. */
    void makeDue() {
        for (var table : List.of("payments", "refunds")) {
            database.execute("update " + table + " set next_attempt_at = now() where next_attempt_at is not null");
            database.execute("update " + table + " set claimed_until = now() where claimed_until is not null");
        }
    }

    PaymentView demandRefund(UUID paymentId) {
        return database.inTransaction(() -> store.view(refunding.demand(paymentId)));
    }

    /** The customer wished so long ago to pay. */
    void makeOlder(UUID paymentId, Duration age) {
        database.execute("update payments set created_at = created_at - interval '" + age.toSeconds()
                + " seconds' where id = '" + paymentId + "'");
    }

    /** Payments were asked about the order so much earlier. */
    void makeOverdueLonger(UUID orderId, Duration time) {
        database.execute("update payable_orders set overdue_at = overdue_at - interval '" + time.toSeconds()
                + " seconds' where order_id = '" + orderId + "'");
    }

    PaymentView payAgain(UUID orderId, String token) {
        return database.inTransaction(
                () -> store.view(payingAgain.pay(new PayOrder(orderId, PaymentMethod.CARD, token))));
    }

    /** The newest payment of the order. */
    PaymentView paymentOf(UUID orderId) {
        return paymentsOf(orderId).get(0);
    }

    List<PaymentView> paymentsOf(UUID orderId) {
        return database.inTransaction(() -> lists.ofOrder(orderId, FIRST)).items();
    }

    PaymentView payment(UUID id) {
        return database.inTransaction(() -> store.view(store.payment(id).orElseThrow()));
    }

    /** Events of the payment, such as {@code 1 PaymentCompleted}. */
    List<String> events(UUID paymentId) {
        return database.outboxEntries().stream()
                .filter(entry -> entry.aggregateId().equals(paymentId.toString()))
                .map(entry -> entry.aggregateVersion() + " " + entry.name())
                .toList();
    }

    /** The provider brings its pending refunds of the payment to that, or takes back those that it has made. */
    void settleRefunds(UUID paymentId, String status) {
        books.settleRefunds(payment(paymentId).providerReference(), status);
    }

    List<StuckPayment> stuck() {
        return database.inTransaction(() -> lists.stuck(FIRST)).items();
    }

    Page<PaymentView> page(UUID orderId, int limit, String cursor) {
        return database.inTransaction(() ->
                lists.ofOrder(orderId, new PageRequest(limit, Cursor.parse(Payments.CURSOR, cursor))));
    }

    /** How many queries a list takes, those that fetch one thing after another among them. */
    int queriesOf(UUID orderId, int limit) {
        var queries = new AtomicInteger();
        database.inTransaction(() -> {
            var session = database.entityManager().unwrap(UnitOfWork.class);
            session.getEventManager().addListener(new SessionEventAdapter() {
                @Override
                public void preExecuteQuery(SessionEvent event) {
                    queries.incrementAndGet();
                }
            });
            lists.ofOrder(orderId, new PageRequest(limit, Optional.empty()));
        });
        return queries.get();
    }

    PaymentView decide(UUID paymentId, boolean charged) {
        return database.inTransaction(() -> store.view(settlement.decide(paymentId, charged)));
    }

    PaymentView wentBackOtherwise(UUID paymentId) {
        return database.inTransaction(() -> store.view(refunding.wentBackOtherwise(paymentId)));
    }

    @Override
    public void close() {
        database.close();
    }
}
