package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentNotDecidable;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.payment.provider.RefundResult;

/** Refunds are pending, fail, and fail after they succeeded; parts go back by other hands. */
class RefundCourseIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void pendingRefundIsNotRefundedBeforeItSucceeds() {
        var payment = cancelledAfterPaying("tok_pendingRefund");
        payments.refund();

        var pending = payments.paymentOf(payment.orderId());
        assertThat(pending.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(pending.refund().status()).isEqualTo("PENDING");
        assertThat(pending.refund().providerReference()).startsWith("re_");
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");

        payments.settleRefunds(payment.id(), "succeeded");
        payments.makeDue();
        payments.refund();

        assertIsGivenBack(payment);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
    }

    @Test
    void pendingRefundThatFailsIsSeenAndMadeAgain() {
        var payment = cancelledAfterPaying("tok_pendingRefundFail");
        payments.refund();
        payments.settleRefunds(payment.id(), "failed");
        payments.makeDue();
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).refund().lastError())
                .isEqualTo("refund_failed: expired_or_canceled_card");
        assertThat(payments.stuck())
                .filteredOn(stuck -> stuck.paymentId().equals(payment.id()))
                .extracting(StuckPayment::trouble)
                .containsExactly(StuckPayment.Trouble.REFUND_FAILING);

        payments.makeDue();
        payments.refund();
        payments.settleRefunds(payment.id(), "succeeded");
        payments.makeDue();
        payments.refund();

        assertIsGivenBack(payment);
        assertThat(payments.stuck()).extracting(StuckPayment::paymentId).doesNotContain(payment.id());
    }

    @Test
    void refundThatFailsAfterItSucceededIsSeenAndMadeAgain() {
        var payment = cancelledAfterPaying("tok_refundFail");
        payments.refund();
        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);

        payments.settleRefunds(payment.id(), "failed");
        payments.makeDue();
        payments.refund();

        var back = payments.paymentOf(payment.orderId());
        assertThat(back.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(back.refund().lastError()).startsWith("refund_failed");
        payments.makeDue();
        payments.refund();
        payments.settleRefunds(payment.id(), "succeeded");
        assertIsGivenBack(payment);
    }

    @Test
    void aPendingRefundIsCheckedMoreAndMoreRarely() {
        var payment = cancelledAfterPaying("tok_visa");
        payments.refund();
        assertThat(nextLook(payment)).isNotNull();

        payments.database.execute("update refunds set completed_at = completed_at - interval '31 days'");
        payments.makeDue();
        payments.refund();

        assertThat(nextLook(payment)).isNull();
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
    }

    @Test
    void onlyTheRestAfterOtherRefundsIsRefunded() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id());
        var reference = payments.paymentOf(payment.orderId()).providerReference();
        payments.books.dashboard("refunds", "payment_intent=" + reference + "&amount=29900");

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.refund();

        assertIsGivenBack(payment);
    }

    @Test
    void aChargeThatOthersRefundedInFullIsRefunded() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id());
        var reference = payments.paymentOf(payment.orderId()).providerReference();
        payments.books.dashboard("refunds", "payment_intent=" + reference);

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.refund();

        assertIsGivenBack(payment);
    }

    @Test
    void refundThatNeverSucceedsEndsByAnOperatorsDecision() {
        var payment = cancelledAfterPaying("tok_visa");
        assertThatExceptionOfType(PaymentNotDecidable.class).isThrownBy(() -> payments.wentBackOtherwise(payment.id()));
        payments.refund(request -> new RefundResult.Unclear("timeout"));
        assertThatExceptionOfType(PaymentNotDecidable.class).isThrownBy(() -> payments.wentBackOtherwise(payment.id()));
        payments.makeDue();
        payments.refund(request -> new RefundResult.Refused("charge_disputed"));

        payments.wentBackOtherwise(payment.id());

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
        assertThat(nextLook(payment)).isNull();
    }

    private static Object nextLook(PaymentView payment) {
        return payments.database
                .rows("select next_attempt_at from refunds where payment_id = ?", payment.id())
                .get(0)
                .get("next_attempt_at");
    }

    private static PaymentView cancelledAfterPaying(String token) {
        var payment = payments.placed(token);
        payments.attempt(payment.id());
        payments.hear(new OrderCancelled(payment.orderId(), null));
        return payment;
    }

    private static void assertIsGivenBack(PaymentView payment) {
        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
    }
}
