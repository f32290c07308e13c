package org.pizzaorders.order.control;

import java.time.Clock;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
import org.pizzaorders.messaging.deadletter.DeadLetters;
import org.pizzaorders.messaging.inbox.Inbox;
import org.pizzaorders.messaging.outbox.Outbox;

/** The service's parts put together on a fixture, as the container does by injection. */
public final class OrderService {

    public final PriceList prices = new PriceList();
    public final OrderStore orders = new OrderStore();
    public final OrderEvents events = new OrderEvents();
    public final PaymentOutcomes outcomes = new PaymentOutcomes();
    public final PaymentDeadlines deadlines = new PaymentDeadlines();
    public final Clock clock;
    public final OrderMessaging messaging;

    public OrderService(ServiceFixture fixture, OrderSettings settings, Clock clock) {
        this.clock = clock;
        messaging = new FixtureMessaging(fixture);
        prices.entityManager = fixture.entityManager();
        orders.entityManager = fixture.entityManager();
        events.messaging = messaging;
        deadlines.orders = orders;
        deadlines.events = events;
        deadlines.settings = settings;
        deadlines.clock = clock;
        outcomes.events = events;
        outcomes.clock = clock;
    }

    private static final class FixtureMessaging extends OrderMessaging {

        private final ServiceFixture fixture;

        FixtureMessaging(ServiceFixture fixture) {
            this.fixture = fixture;
        }

        @Override
        public Outbox outbox() {
            return fixture.outbox();
        }

        @Override
        public Inbox inbox() {
            return fixture.inbox();
        }

        @Override
        public DeadLetters deadLetters() {
            return fixture.deadLetters();
        }

        @Override
        public DeadLetterOffice deadLetterOffice() {
            return fixture.office();
        }
    }
}
