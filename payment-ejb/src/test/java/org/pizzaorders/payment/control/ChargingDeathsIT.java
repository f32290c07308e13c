package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.provider.ChargeResult;

/**
 * A claimer of a payment dies, or is frozen and overtaken, after each of its steps: claimed, opened at the provider,
 * opening recorded, charged.
 */
class ChargingDeathsIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void aRowIsClaimedAgainAfterItsClaimerDied() {
        var payment = payments.placed("tok_visa");
        payments.claim(payment.id());

        assertThat(payments.claim(payment.id())).isEmpty();
        payments.makeDue();
        payments.attempt(payment.id());

        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void afterACrashTheSameIntentIsOpenedAgain() {
        var payment = payments.placed("tok_visa");
        var first = payments.provider.charge(
                payments.claim(payment.id()).orElseThrow().request());

        payments.makeDue();
        payments.attempt(payment.id());

        assertIsChargedOnce(payment.id(), payment.orderId());
        assertThat(first)
                .isEqualTo(new ChargeResult.Opened(
                        payments.paymentOf(payment.orderId()).providerReference()));
    }

    @Test
    void afterACrashASecondOpeningWithAForgottenKeyIsNotCharged() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.claim(payment.id()).orElseThrow().request());

        payments.books.forgetKeys();
        payments.makeDue();
        payments.attempt(payment.id());

        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void onlyOneOfTwoIntentsIsCharged() {
        var payment = payments.placed("tok_visa");
        var unheard = payments.claim(payment.id()).orElseThrow();
        var first = payments.provider.charge(unheard.request());
        payments.record(unheard, new ChargeResult.KeySpent("http_500"));

        payments.makeDue();
        payments.attempt(payment.id());
        assertThat(payments.record(unheard, first)).isEmpty();

        assertThat(payments.books.calls(payment.id() + "-2")).isEqualTo(1);
        assertThat(first)
                .isNotEqualTo(new ChargeResult.Opened(
                        payments.paymentOf(payment.orderId()).providerReference()));
        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void aLostAnswerToAnOpeningDoesNotUseUpTheCard() {
        var payment = payments.placed(oneTime("tok_unheard"));

        payments.attempt(payment.id(), 2);

        assertIsChargedOnce(payment.id(), payment.orderId());
        assertThat(payments.books.calls(payment.id().toString())).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_broken", "tok_brokenLate"})
    void aFinallyFailedOpeningIsRepeatedUnderAnotherKeyOrFound(String card) {
        var payment = payments.placed(oneTime(card));

        payments.attempt(payment.id(), 3);

        assertIsChargedOnce(payment.id(), payment.orderId());
        assertThat(payments.books.calls(payment.id() + "-2")).isEqualTo(1);
    }

    /** A token as a customer's card is given: it works once. */
    private static String oneTime(String card) {
        return card + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void afterACrashBeforeTheChargeItIsCharged() {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());

        payments.makeDue();
        payments.attempt(payment.id());

        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void afterACrashAChargeIsFoundByAsking() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.opened(payment.id()).request());

        payments.books.forgetKeys();
        payments.makeDue();
        payments.attempt(payment.id());

        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void afterACrashADeclineIsFoundByAsking() {
        var payment = payments.placed("tok_insufficient_funds");
        payments.provider.charge(payments.opened(payment.id()).request());

        var failed = payments.attempt(payment.id(), 1);

        assertThat(failed.failureReason()).isEqualTo("insufficient_funds");
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
    }

    @Test
    void afterALostAnswerTheOutcomeIsFoundByAsking() {
        var payment = payments.placed("tok_reset");

        payments.attempt(payment.id(), 2);

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void anInstanceFrozenBeforeTheOpeningChargesNothing() {
        var payment = payments.placed("tok_visa");
        var frozen = payments.claim(payment.id()).orElseThrow();
        payments.makeDue();
        payments.attempt(payment.id());

        assertThat(payments.step(frozen)).isEmpty();

        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void anInstanceFrozenBeforeTheChargeChargesNothingMore() {
        var payment = payments.placed("tok_visa");
        var frozen = payments.opened(payment.id());
        payments.makeDue();
        payments.attempt(payment.id());

        var late = payments.provider.charge(frozen.request());
        payments.record(frozen, late);

        assertThat(late).isInstanceOf(ChargeResult.Charged.class);
        assertThat(payments.paymentOf(payment.orderId()).attempts()).hasSize(1);
        assertIsChargedOnce(payment.id(), payment.orderId());
    }

    @Test
    void anInstanceFrozenBeforeTheChargeDoesNotChargeAFailedPayment() {
        var payment = payments.placed("tok_visa");
        var frozen = payments.opened(payment.id());
        payments.makeOlder(payment.id(), PaymentsFixture.TIME_LIMIT);
        var failed = payments.attempt(payment.id(), 1);

        var late = payments.provider.charge(frozen.request());
        payments.record(frozen, late);

        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(late).isEqualTo(new ChargeResult.Withdrawn());
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
    }

    @Test
    void anInstanceFrozenDuringTheCancellationChargesNothing() {
        var payment = payments.placed("tok_visa");
        var frozen = payments.claim(payment.id()).orElseThrow();
        payments.hear(new OrderCancelled(payment.orderId(), null));

        assertThat(payments.step(frozen)).isEmpty();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    private static void assertIsChargedOnce(UUID payment, UUID order) {
        assertThat(payments.paymentOf(order).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment)).containsExactly("1 PaymentCompleted");
        assertThat(payments.books.charges(order)).containsExactly(ProviderBooks.CHARGED);
    }
}
