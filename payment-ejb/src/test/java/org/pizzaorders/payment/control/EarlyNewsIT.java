package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.payment.api.OrderNotPayable;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;

/** Events of an order that are heard before the order itself. */
class EarlyNewsIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void anOrderWhoseCancellationArrivesFirstIsNeverCharged() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");

        payments.hear(new OrderCancelled(order.orderId(), "changed my mind"));
        payments.hear(new OrderCancelled(order.orderId(), "changed my mind"));
        payments.hear(order);
        payments.makeDue();
        payments.attempt(payments.paymentOf(order.orderId()).id());

        assertThat(payments.paymentOf(order.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.books.charges(order.orderId())).isEmpty();
    }

    @Test
    void cancellationAndOrderOfOneBatchMayBeInEitherOrder() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");

        payments.hearTogether(new OrderCancelled(order.orderId(), null), order);

        assertThat(payments.paymentOf(order.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void deliveryAndOrderOfOneBatchMayBeInEitherOrder() {
        var order = PaymentsFixture.order(PaymentMethod.CASH, null);

        payments.hearTogether(new OrderDelivered(order.orderId()), order);

        assertThat(payments.paymentOf(order.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
    }

    @RepeatedTest(10)
    void cancellationAndOrderMayArriveAtTheSameTime() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");

        var cancelling = CompletableFuture.runAsync(() -> payments.hear(new OrderCancelled(order.orderId(), null)));
        payments.hear(order);
        cancelling.join();

        assertThat(payments.paymentOf(order.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void cashIsCollectedForAnOrderThatArrivesAfterItsDelivery() {
        var order = PaymentsFixture.order(PaymentMethod.CASH, null);

        payments.hear(new OrderDelivered(order.orderId()));
        payments.hear(order);

        var payment = payments.paymentOf(order.orderId());
        assertThat(payment.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
    }

    @Test
    void anOrderWithOnlyACancellationAcceptsNoPayment() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");
        payments.hear(new OrderCancelled(order.orderId(), null));

        assertThatExceptionOfType(OrderNotPayable.class)
                .isThrownBy(() -> payments.payAgain(order.orderId(), "tok_visa"));
    }

    @Test
    void anOrderWithOnlyADeliveryAcceptsNoPayment() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");
        payments.hear(new OrderDelivered(order.orderId()));

        assertThatExceptionOfType(OrderNotPayable.class)
                .isThrownBy(() -> payments.payAgain(order.orderId(), "tok_visa"));
    }
}
