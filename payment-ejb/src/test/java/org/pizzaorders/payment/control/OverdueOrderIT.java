package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderOverdue;
import org.pizzaorders.payment.api.OrderNotPayable;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;

/** An order whose time to be paid is over asks, and is told that it gets no money as soon as that is certain. */
class OverdueOrderIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void aCompletedPaymentStaysCompleted() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id(), 1);

        ask(payment);

        assertThat(statusOf(payment)).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void aPaymentThatWasNotTriedIsNeverCharged() {
        var payment = payments.placed("tok_visa");

        ask(payment);
        payments.attempt(payment.id(), 1);

        assertThat(statusOf(payment)).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentExpired");
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    @Test
    void aFailedPaymentIsAnsweredEachTimeItIsAskedAbout() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id(), 1);

        ask(payment);
        ask(payment);

        assertThat(statusOf(payment)).isEqualTo(PaymentStatus.FAILED);
        assertThat(payments.events(payment.id()))
                .containsExactly("1 PaymentFailed", "2 PaymentExpired", "3 PaymentExpired");
    }

    @Test
    void overdueOrderCannotBePaidAgain() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id(), 1);

        ask(payment);

        assertThatExceptionOfType(OrderNotPayable.class)
                .isThrownBy(() -> payments.payAgain(payment.orderId(), "tok_visa"))
                .withMessageContaining("time");
    }

    @Test
    void aPossibleChargeIsWithdrawnBeforeTheAnswer() {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());

        ask(payment);
        assertThat(payments.events(payment.id())).isEmpty();
        payments.attempt(payment.id(), 1);

        assertThat(statusOf(payment)).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentExpired");
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    @Test
    void aChargeWithoutAnAnswerIsFoundPaid() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.opened(payment.id()).request());

        ask(payment);
        payments.attempt(payment.id(), 1);

        assertThat(statusOf(payment)).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
    }

    @Test
    void aQuestionThatArrivesBeforeItsOrderIsAnsweredWithTheOrder() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");

        payments.hear(new OrderOverdue(order.orderId()));
        payments.hear(order);

        var payment = payments.paymentOf(order.orderId());
        assertThat(payment.status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentExpired");
    }

    /** All the questions of a long outage come at once when it is over: they are no reason to wait no longer. */
    @Test
    void anOrderWaitsWhileItsPaymentMayBeCharged() {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());

        payments.hearTogether(new OrderOverdue(payment.orderId()), new OrderOverdue(payment.orderId()));
        ask(payment);

        assertThat(payments.events(payment.id())).isEmpty();
    }

    @Test
    void anOrderDoesNotWaitForeverForAnUnknownOutcome() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.opened(payment.id()).request());
        ask(payment);

        payments.makeOverdueLonger(payment.orderId(), PaymentsFixture.TIME_LIMIT.plus(Duration.ofSeconds(1)));
        ask(payment);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentExpired");
        payments.hear(new OrderCancelled(payment.orderId(), OrderCancelled.PAYMENT_TIME_LIMIT));
        payments.attempt(payment.id(), 1);
        payments.refund();

        assertThat(statusOf(payment)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
    }

    @Test
    void cancelledOrderIsNotAnswered() {
        var payment = payments.placed("tok_visa");
        payments.hear(new OrderCancelled(payment.orderId(), null));

        ask(payment);

        assertThat(payments.events(payment.id())).isEmpty();
    }

    @RepeatedTest(10)
    void aQuestionAndANewPaymentAtTheSameTimeLeaveNoUnansweredCharge() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id(), 1);

        var asking = CompletableFuture.runAsync(() -> ask(payment));
        try {
            payments.payAgain(payment.orderId(), "tok_visa");
        } catch (OrderNotPayable tooLate) {
            assertThat(tooLate).hasMessageContaining("time");
        }
        asking.join();
        payments.makeDue();
        payments.attempt(payments.paymentOf(payment.orderId()).id());

        assertThat(payments.books.charges(payment.orderId())).isEmpty();
        assertThat(payments.paymentsOf(payment.orderId()))
                .extracting(PaymentView::status)
                .doesNotContain(PaymentStatus.PENDING, PaymentStatus.PROCESSING, PaymentStatus.COMPLETED);
    }

    private static void ask(PaymentView payment) {
        payments.hear(new OrderOverdue(payment.orderId()));
    }

    private static PaymentStatus statusOf(PaymentView payment) {
        return payments.paymentOf(payment.orderId()).status();
    }
}
