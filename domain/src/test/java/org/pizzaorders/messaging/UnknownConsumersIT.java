package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
import org.pizzaorders.messaging.deadletter.DeadLetterScene;
import org.pizzaorders.messaging.deadletter.UnknownConsumer;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

/** A dead letter is settled only by the consumer that it is for. */
class UnknownConsumersIT {

    @AutoClose
    private static final DeadLetterScene scene = new DeadLetterScene();

    private final List<IncomingEvent> handled = new ArrayList<>();

    @BeforeEach
    void clear() {
        scene.clear();
    }

    @Test
    void aLetterForAnUnknownConsumerStaysOpenAndSaysWhy() {
        scene.bury(incoming(new OrderPaid(Ids.next()), 1));
        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());

        redrive("another");

        assertThat(handled).isEmpty();
        assertThat(scene.theOpenOne().causes()).containsExactly(UnknownConsumer.class.getName());
    }

    @Test
    void aLetterForAKnownConsumerIsHandled() {
        scene.bury(incoming(new OrderPaid(Ids.next()), 1));
        scene.resolve(Action.REDRIVE, scene.theOpenOne().id());

        redrive(DeadLetterScene.CONSUMER);

        assertThat(handled).hasSize(1);
        assertThat(scene.letters(DeadLetterStatus.REDRIVEN)).hasSize(1);
    }

    private void redrive(String consumer) {
        var redrive = new TestRedrive(consumer);
        var work = scene.worker(id -> scene.fixture.inTransaction(() -> redrive.proceed(id)));
        work.attempt(work.claim(1));
    }

    private final class TestRedrive extends RedriveWorker {

        private final String consumer;

        TestRedrive(String consumer) {
            super(TestRedrive.class);
            this.consumer = consumer;
        }

        @Override
        protected ServiceMessaging messaging() {
            return new FixtureMessaging();
        }

        @Override
        protected List<EventReader> readers() {
            return List.of(new EventReader() {
                @Override
                public ServiceMessaging messaging() {
                    return TestRedrive.this.messaging();
                }

                @Override
                public String consumer() {
                    return consumer;
                }

                @Override
                public void receive(List<IncomingEvent> events) {
                    handled.addAll(events);
                }
            });
        }
    }

    private static final class FixtureMessaging extends ServiceMessaging {

        FixtureMessaging() {
            super(Service.PAYMENTS, List.of());
        }

        @Override
        public Outbox outbox() {
            return scene.fixture.outbox();
        }

        @Override
        public DeadLetterOffice deadLetterOffice() {
            return scene.fixture.office();
        }

        @Override
        protected Storage storage() {
            throw new UnsupportedOperationException();
        }
    }
}
