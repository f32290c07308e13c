package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentBeingAsked;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;

/** An operator decides about a payment or a refund while the provider is being asked about it. */
class DecidedMeanwhileIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void nothingIsDecidedAboutAPaymentWhileACallMayChargeIt() {
        var payment = payments.placed("tok_visa");
        var claimed = unknownButClaimed(payment);

        assertThatExceptionOfType(PaymentBeingAsked.class)
                .isThrownBy(() -> payments.decide(payment.id(), false))
                .withMessageMatching(".*Try again in (29|30) s at the latest.*");
        assertThatExceptionOfType(PaymentBeingAsked.class).isThrownBy(() -> payments.decide(payment.id(), true));

        payments.step(claimed);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
    }

    @Test
    void nothingIsDecidedAboutARefundWhileACallMayMakeIt() {
        var payment = refused("tok_visa");
        payments.makeDue();

        payments.refund(during(
                payment,
                () -> assertThatExceptionOfType(PaymentBeingAsked.class)
                        .isThrownBy(() -> payments.wentBackOtherwise(payment.id()))));

        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
    }

    @Test
    void aRefundIsDecidedOnceTheAnswerIsThereWhateverItIs() {
        for (var answer : List.of(
                new RefundResult.Refused("charge_disputed"),
                new RefundResult.Unclear("timeout"),
                new RefundResult.NotCalled(Duration.ofMinutes(1)))) {
            var payment = refused("tok_visa");
            payments.makeDue();
            payments.refund(request -> answer);

            payments.wentBackOtherwise(payment.id());

            assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        }
    }

    @Test
    void aChargeThatShowsUpAfterTheDecisionGoesBack() {
        var payment = payments.placed("tok_visa");
        chargedThoughFoundUncharged(payment);

        var failed = payments.paymentOf(payment.orderId());
        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.refund().status()).isEqualTo("PENDING");
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).refund().status()).isEqualTo("COMPLETED");
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
    }

    @Test
    void aChargeThatShowsUpAfterTheDecisionAboutACancelledOrderGoesBackToo() {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());
        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.makeDue();
        var claimed = payments.claim(payment.id()).orElseThrow();
        var charged = new ChargeResult.Charged(claimed.request().reference());
        forget(payment);
        payments.decide(payment.id(), false);
        payments.record(claimed, charged);

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.paymentOf(payment.orderId()).refund().status()).isEqualTo("PENDING");
        assertThat(payments.events(payment.id())).isEmpty();
    }

    @Test
    void theOrderIsPaidAgainWhileALateChargeGoesBack() {
        var payment = payments.placed("tok_visa");
        chargedThoughFoundUncharged(payment);

        var again = payments.payAgain(payment.orderId(), "tok_visa");
        payments.attempt(again.id());
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.books.charges(payment.orderId()))
                .containsExactlyInAnyOrder(ProviderBooks.GIVEN_BACK, ProviderBooks.CHARGED);
    }

    @Test
    void aLateChargeThatCannotGoBackIsForAnOperatorToDecide() {
        var payment = payments.placed("tok_visa");
        chargedThoughFoundUncharged(payment);
        payments.refund(request -> new RefundResult.Refused("charge_disputed"));
        assertThat(payments.stuck()).extracting(StuckPayment::paymentId).contains(payment.id());

        payments.demandRefund(payment.id());
        payments.refund(request -> new RefundResult.Refused("charge_disputed"));
        payments.wentBackOtherwise(payment.id());

        var back = payments.paymentOf(payment.orderId());
        assertThat(back.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(back.refund().status()).isEqualTo("COMPLETED");
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
    }

    @Test
    void aLateChargeWhoseRefundFailsAfterwardsGoesBackAgain() {
        var payment = payments.placed("tok_refundFail");
        chargedThoughFoundUncharged(payment);
        payments.refund();
        payments.settleRefunds(payment.id(), "failed");
        payments.makeDue();
        payments.refund();
        payments.makeDue();
        payments.refund();
        payments.settleRefunds(payment.id(), "succeeded");

        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
    }

    @Test
    void aChargeCountsAtOnceThoughAnotherClaimerHasThePaymentByNow() {
        var payment = payments.placed("tok_visa");
        var slow = payments.opened(payment.id());
        payments.makeDue();
        var other = payments.claim(payment.id()).orElseThrow();

        payments.step(slow);
        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        payments.step(other);

        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void anAnswerThatComesAfterTheRefundWasDecidedChangesNothing() {
        var payment = refused("tok_visa");
        payments.makeDue();

        payments.refund(during(payment, () -> {
            payments.makeDue();
            payments.wentBackOtherwise(payment.id());
        }));

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
    }

    /** The lease runs out during the call that charges, and an operator decides too soon. */
    private static void chargedThoughFoundUncharged(PaymentView payment) {
        var claimed = unknownButClaimed(payment);
        var charged = payments.provider.charge(claimed.request());
        assertThat(charged).isInstanceOf(ChargeResult.Charged.class);
        payments.makeDue();
        payments.decide(payment.id(), false);
        payments.record(claimed, charged);
    }

    private static Claimed<ChargeRequest> unknownButClaimed(PaymentView payment) {
        var claimed = payments.opened(payment.id());
        payments.database.execute("update payments set unknown_since = now() where id = ?", payment.id());
        return claimed;
    }

    private static void forget(PaymentView payment) {
        payments.database.execute("update payments set unknown_since = now() where id = ?", payment.id());
        payments.makeDue();
    }

    /** The provider's answer, after that happened. Other refunds may be due too. */
    private static Function<RefundRequest, RefundResult> during(PaymentView payment, Runnable happens) {
        return request -> {
            if (request.paymentId().equals(payment.id())) {
                happens.run();
            }
            return payments.provider.refund(request);
        };
    }

    private static PaymentView refused(String token) {
        var payment = payments.placed(token);
        payments.attempt(payment.id());
        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.refund(request -> new RefundResult.Refused("charge_disputed"));
        return payment;
    }
}
