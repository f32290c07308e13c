package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.AtOnce;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;

/** What is heard of one order is read by one consumer, except while a rebalance takes it from one to another. */
class HeardAtOnceIT {

    private static final int ROUNDS = 10;

    private static PaymentsFixture payments;

    @BeforeAll
    static void start() {
        payments = new PaymentsFixture();
    }

    @AfterAll
    static void stop() {
        payments.close();
    }

    @Test
    void anOrderAndItsCancellationAtTheSameTimeChargeNothing() {
        for (var round = 0; round < ROUNDS; round++) {
            var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");
            var cancellation = new OrderCancelled(order.orderId(), null);

            var outcomes = AtOnce.run(4, number -> payments.hear(number % 2 == 0 ? order : cancellation));

            assertThat(outcomes).containsOnly("done");
            assertThat(payments.paymentsOf(order.orderId()))
                    .extracting(PaymentView::status)
                    .doesNotContain(PaymentStatus.PENDING, PaymentStatus.PROCESSING, PaymentStatus.COMPLETED)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void anOrderReceivedTwiceAtOnceIsPaidOnce() {
        for (var round = 0; round < ROUNDS; round++) {
            var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");

            var outcomes = AtOnce.run(4, number -> payments.hear(order));

            assertThat(outcomes).containsOnly("done");
            assertThat(payments.paymentsOf(order.orderId())).hasSize(1);
        }
    }
}
