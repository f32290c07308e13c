package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.shared.Service;

class FailureTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void hasTheSameFingerprintFromTheTopicAndAfterARedrive() {
        var fresh = new Failure(
                DeadLetterReason.UNREADABLE,
                List.of(
                        "jakarta.ejb.EJBException",
                        "org.pizzaorders.messaging.inbox.Unreceivable",
                        "org.pizzaorders.messaging.event.UnreadableEvent"),
                3,
                NOON,
                NOON);

        var redriven = Failure.of(new EJBException(new UnreadableEvent("planted")), NOON);

        assertThat(redriven.reason()).isEqualTo(fresh.reason());
        assertThat(redriven.fingerprint(Service.ORDERS, "orders", "type"))
                .isEqualTo(fresh.fingerprint(Service.ORDERS, "orders", "type"));
        assertThat(fresh.causes()).containsExactly("org.pizzaorders.messaging.event.UnreadableEvent");
    }

    @Test
    void keepsTheWrappingIfThereIsNothingElse() {
        assertThat(Failure.of(new EJBException(), NOON).causes()).containsExactly("jakarta.ejb.EJBException");
    }
}
