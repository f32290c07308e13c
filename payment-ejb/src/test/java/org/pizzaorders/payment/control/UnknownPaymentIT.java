package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentNotDecidable;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.StuckPayment;

/** The provider does not know a payment any more: its account was changed, or restored. */
class UnknownPaymentIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void isAskedAboutMoreAndMoreRarelyWithALimitOfNotes() {
        var payment = unknown();

        var asked = payments.attempt(payment.id(), 25);

        assertThat(asked.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(asked.attempts()).hasSize(20);
        assertThat(asked.attempts().get(19).number()).isEqualTo(25);
        assertThat(asked.attempts()).extracting("error").containsOnly("resource_missing");
        assertThat(payments.stuck())
                .filteredOn(stuck -> stuck.paymentId().equals(payment.id()))
                .singleElement()
                .satisfies(stuck -> {
                    assertThat(stuck.trouble()).isEqualTo(StuckPayment.Trouble.CHARGE_UNKNOWN);
                    assertThat(stuck.nextAttemptAt()).isAfter(Instant.now().plusSeconds(1800));
                });
    }

    @Test
    void canBePaidAgainOnceAnOperatorFoundItUncharged() {
        var payment = unknown();
        payments.attempt(payment.id(), 1);

        payments.decide(payment.id(), false);
        var again = payments.payAgain(payment.orderId(), "tok_visa");
        payments.attempt(again.id());

        assertThat(payments.paymentsOf(payment.orderId()))
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.COMPLETED, PaymentStatus.FAILED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
        assertThat(payments.stuck()).extracting(StuckPayment::paymentId).doesNotContain(payment.id());
    }

    @Test
    void isPaidAfterAnOperatorFoundItCharged() {
        var payment = unknown();
        payments.attempt(payment.id(), 1);

        payments.decide(payment.id(), true);

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
    }

    @Test
    void ofACancelledOrderEndsAsTheOperatorDecides() {
        var payment = unknown();
        payments.attempt(payment.id(), 1);
        payments.hear(new OrderCancelled(payment.orderId(), null));

        payments.decide(payment.id(), true);
        payments.refund();
        assertThat(payments.paymentOf(payment.orderId()).refund().lastError()).isEqualTo("resource_missing");
        payments.wentBackOtherwise(payment.id());

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
    }

    @Test
    void canBeDecidedOnlyWhileTheProviderDoesNotKnow() {
        var payment = payments.placed("tok_error");
        payments.attempt(payment.id(), 2);

        assertThatExceptionOfType(PaymentNotDecidable.class).isThrownBy(() -> payments.decide(payment.id(), false));

        var unknown = unknown();
        payments.attempt(unknown.id(), 1);
        payments.decide(unknown.id(), false);
        assertThatExceptionOfType(PaymentNotDecidable.class).isThrownBy(() -> payments.decide(unknown.id(), true));
    }

    private static PaymentView unknown() {
        var payment = payments.placed("tok_error");
        var opened = payments.attempt(payment.id(), 1);
        payments.books.dashboard("forgotten", "payment_intent=" + opened.providerReference());
        payments.database.execute("delete from payment_attempts where payment_id = ?", payment.id());
        return payment;
    }
}
