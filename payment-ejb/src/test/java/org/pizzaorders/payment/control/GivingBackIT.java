package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentNotRefundable;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.provider.RefundResult;

/** Nobody goes on paying for a cancelled order: what is not charged is not charged any more, the rest goes back. */
class GivingBackIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void cancelledBeforeTheFirstAttemptCostsNothing() {
        var payment = payments.placed("tok_visa");

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.makeDue();
        payments.attempt(payment.id());

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
        assertThat(payments.events(payment.id())).isEmpty();
    }

    @Test
    void cancelledInTheSameBatchThatOpenedItCostsNothing() {
        var order = PaymentsFixture.order(PaymentMethod.CARD, "tok_visa");

        payments.hearTogether(order, new OrderCancelled(order.orderId(), null));

        assertThat(payments.paymentOf(order.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void cancelledBeforeTheChargeIsWithdrawn() {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());

        payments.hear(new OrderCancelled(payment.orderId(), null));
        var cancelled = payments.attempt(payment.id(), 1);

        assertThat(cancelled.status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
        assertThat(payments.events(payment.id())).isEmpty();
    }

    @Test
    void cancelledWhileChargingIsSettledAndRefunded() {
        var payment = payments.placed("tok_visa");
        var claimed = payments.opened(payment.id());
        var charged = payments.provider.charge(claimed.request());

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.record(claimed, charged);
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void cancelledAfterAClaimersDeathIsSettledAndRefunded() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.opened(payment.id()).request());

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.attempt(payment.id(), 1);
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void cancelledBetweenFailuresIsNotCharged() {
        var payment = payments.placed("tok_flaky");
        payments.attempt(payment.id());

        payments.hear(new OrderCancelled(payment.orderId(), null));
        var cancelled = payments.attempt(payment.id(), 3);

        assertThat(cancelled.status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    @Test
    void aPaidOrderIsRefundedOnceWhenCancelled() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id());

        payments.hear(new OrderCancelled(payment.orderId(), "changed my mind"));
        payments.hear(new OrderCancelled(payment.orderId(), "changed my mind"));
        payments.refund();
        payments.makeDue();
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
    }

    @Test
    void aRefundIsClaimedAgainAfterItsClaimerDied() {
        var payment = cancelledAfterPaying();
        payments.refund(request -> new RefundResult.Unclear("died"));

        payments.makeDue();
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void afterACrashARefundIsNotRepeated() {
        var payment = cancelledAfterPaying();
        diesAfterTheRefund();

        payments.makeDue();
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void afterACrashARefundIsNotRepeatedEvenIfTheProviderForgotItsKey() {
        var payment = cancelledAfterPaying();
        diesAfterTheRefund();

        payments.books.forgetKeys();
        payments.makeDue();
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void aRefundWithoutAnAnswerIsLookedUp() {
        var payment = cancelledAfterPaying();
        payments.refund(request -> {
            payments.provider.refund(request);
            return new RefundResult.Unclear("timeout");
        });

        payments.makeDue();
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void refusedRefundStaysVisibleAndIsTriedAgain() {
        var payment = cancelledAfterPaying();
        payments.refund(request -> new RefundResult.Refused("insufficient_balance"));

        var refused = payments.paymentOf(payment.orderId());
        assertThat(refused.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(refused.refund().status()).isEqualTo("PENDING");
        assertThat(refused.refund().lastError()).isEqualTo("insufficient_balance");
        assertThat(refused.refund().attempts()).isEqualTo(1);

        payments.makeDue();
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
        assertThat(payments.paymentOf(payment.orderId()).refund().lastError()).isNull();
    }

    @Test
    void refusedRefundIsTriedAtOnceOnDemand() {
        var payment = cancelledAfterPaying();
        payments.refund(request -> new RefundResult.Refused("insufficient_balance"));
        var calls = new AtomicInteger();
        payments.refund(request -> {
            calls.incrementAndGet();
            return new RefundResult.Unclear("too early");
        });
        assertThat(calls).hasValue(0);

        payments.demandRefund(payment.id());
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void aRefundThatIsRequestedRepeatedlyIsMadeOnce() {
        var payment = cancelledAfterPaying();

        payments.demandRefund(payment.id());
        payments.demandRefund(payment.id());
        payments.refund();
        payments.demandRefund(payment.id());
        payments.refund();

        assertIsGivenBackOnce(payment.id(), payment.orderId());
    }

    @Test
    void thePaymentOfAValidOrderIsNotRefunded() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id());

        assertThatExceptionOfType(PaymentNotRefundable.class)
                .isThrownBy(() -> payments.demandRefund(payment.id()))
                .withMessageContaining("not cancelled");
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void anUnpaidPaymentIsNotRefunded() {
        var payment = payments.placed("tok_visa");

        assertThatExceptionOfType(PaymentNotRefundable.class).isThrownBy(() -> payments.demandRefund(payment.id()));
    }

    private static PaymentView cancelledAfterPaying() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id());
        payments.hear(new OrderCancelled(payment.orderId(), null));
        return payment;
    }

    private static void diesAfterTheRefund() {
        assertThatExceptionOfType(Died.class)
                .isThrownBy(() -> payments.refund(request -> {
                    payments.provider.refund(request);
                    throw new Died();
                }));
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void assertIsGivenBackOnce(UUID payment, UUID order) {
        assertThat(payments.paymentOf(order).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment)).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
        assertThat(payments.books.charges(order)).containsExactly(ProviderBooks.GIVEN_BACK);
    }
}
