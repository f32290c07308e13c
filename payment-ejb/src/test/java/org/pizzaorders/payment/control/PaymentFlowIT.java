package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.pizzaorders.payment.control.PaymentsFixture.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.payment.api.AttemptOutcome;
import org.pizzaorders.payment.api.OrderNotPayable;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.shared.InvalidInput;

/** From the order to the money, and back, on the real database and against the provider simulator. */
class PaymentFlowIT {

    private static final Map.Entry<Long, Long> CHARGED = Map.entry(129_900L, 0L);
    private static final Map.Entry<Long, Long> GIVEN_BACK = Map.entry(129_900L, 129_900L);

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
    void orderToldTwiceHasOnePayment() {
        var order = order(PaymentMethod.CARD, "tok_visa");
        var event = ServiceFixture.incoming(order, 1);

        payments.hear(event);
        payments.hear(event);
        payments.hear(ServiceFixture.incoming(order, 1));

        assertThat(payments.paymentsOf(order.orderId()))
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.PENDING);
    }

    @Test
    void goodCardIsChargedOnce() {
        var payment = placed("tok_visa");

        payments.attempt(payment.id());

        var paid = payments.paymentOf(payment.orderId());
        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(paid.providerReference()).startsWith("pi_");
        assertThat(outcomes(paid)).containsExactly(AttemptOutcome.SUCCEEDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
        assertThat(payments.charges(payment.orderId())).containsExactly(CHARGED);
        assertThat(payments.database.rows("select token from payments where id = ?", payment.id()))
                .containsExactly(java.util.Collections.singletonMap("token", null));
    }

    @Test
    void declinedCardFailsThePayment() {
        var payment = placed("tok_insufficient_funds");

        payments.attempt(payment.id());

        var failed = payments.paymentOf(payment.orderId());
        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.failureReason()).isEqualTo("insufficient_funds");
        assertThat(outcomes(failed)).containsExactly(AttemptOutcome.DECLINED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
        assertThat(payments.charges(payment.orderId())).isEmpty();
    }

    @Test
    void flakyProviderTakesThreeAttemptsOnOneCharge() {
        var payment = placed("tok_flaky");

        var paid = payments.attempt(payment.id(), 3);

        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(outcomes(paid))
                .containsExactly(
                        AttemptOutcome.TRANSIENT_FAILURE, AttemptOutcome.TRANSIENT_FAILURE, AttemptOutcome.SUCCEEDED);
        assertThat(payments.charges(payment.orderId())).containsExactly(CHARGED);
    }

    @Test
    void dyingAfterTheCallChargesNothingTwice() {
        var payment = placed("tok_visa");
        payments.claim(payment.id()).ifPresent(claimed -> payments.provider.charge(claimed.request()));

        assertThat(payments.claim(payment.id())).isEmpty();
        payments.makeDue();
        payments.attempt(payment.id());

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
        assertThat(payments.charges(payment.orderId())).containsExactly(CHARGED);
    }

    @Test
    void whoComesTooLateRecordsNothing() {
        var payment = placed("tok_visa");
        var slow = payments.claim(payment.id()).orElseThrow();
        payments.makeDue();
        payments.attempt(payment.id());

        var late = payments.record(slow, payments.provider.charge(slow.request()));

        assertThat(late).isEmpty();
        assertThat(payments.paymentOf(payment.orderId()).attempts()).hasSize(1);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
    }

    @Test
    void brokenProviderIsGivenUpOnceItIsCertainThatNothingWasCharged() {
        var payment = placed("tok_error");

        var failed = payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS);

        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.failureReason()).isEqualTo("provider_unavailable");
        assertThat(failed.attempts()).hasSize(PaymentsFixture.MAX_ATTEMPTS);
    }

    @Test
    void silentProviderIsAskedForEver() {
        var payment = placed("tok_timeout");

        var open = payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS + 1, payments.impatient);

        assertThat(open.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(open.attempts()).hasSize(PaymentsFixture.MAX_ATTEMPTS + 1);
        assertThat(payments.events(payment.id())).isEmpty();
    }

    @Test
    void oneUnansweredCallKeepsThePaymentOpenThroughLaterFailures() {
        var payment = placed("tok_error");
        var unanswered = payments.claim(payment.id()).orElseThrow();
        payments.record(unanswered, new ChargeResult.Unclear("timeout", true));

        var open = payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS);

        assertThat(open.status()).isEqualTo(PaymentStatus.PROCESSING);
    }

    @Test
    void cancelledBeforeTheFirstAttemptCostsNothing() {
        var payment = placed("tok_visa");

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.makeDue();
        payments.attempt(payment.id());

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.charges(payment.orderId())).isEmpty();
        assertThat(payments.events(payment.id())).isEmpty();
    }

    @Test
    void cancelledWhileChargingIsSettledAndGivenBack() {
        var payment = placed("tok_visa");
        var claimed = payments.claim(payment.id()).orElseThrow();
        var charged = payments.provider.charge(claimed.request());

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.record(claimed, charged);
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
        assertThat(payments.charges(payment.orderId())).containsExactly(GIVEN_BACK);
    }

    @Test
    void cancelledAfterAClaimersDeathIsSettledAndGivenBack() {
        var payment = placed("tok_visa");
        payments.claim(payment.id()).ifPresent(claimed -> payments.provider.charge(claimed.request()));

        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.makeDue();
        payments.attempt(payment.id());
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.charges(payment.orderId())).containsExactly(GIVEN_BACK);
    }

    @Test
    void cancelledBetweenFailuresIsNotCharged() {
        var payment = placed("tok_flaky");
        payments.attempt(payment.id());

        payments.hear(new OrderCancelled(payment.orderId(), null));
        var cancelled = payments.attempt(payment.id(), 3);

        assertThat(cancelled.status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payments.charges(payment.orderId())).isEmpty();
    }

    @Test
    void paidOrderIsGivenBackOnceWhenCancelled() {
        var payment = placed("tok_visa");
        payments.attempt(payment.id());

        payments.hear(new OrderCancelled(payment.orderId(), "changed my mind"));
        payments.hear(new OrderCancelled(payment.orderId(), "changed my mind"));
        payments.refund();
        payments.makeDue();
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted", "2 PaymentRefunded");
        assertThat(payments.charges(payment.orderId())).containsExactly(GIVEN_BACK);
    }

    @Test
    void cashIsCollectedOnDelivery() {
        var order = order(PaymentMethod.CASH, null);
        payments.hear(order);
        var payment = payments.paymentOf(order.orderId());

        payments.makeDue();
        assertThat(payments.claim(payment.id())).isEmpty();
        payments.hear(new OrderDelivered(order.orderId()));

        assertThat(payments.paymentOf(order.orderId()).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
    }

    @Test
    void failedPaymentIsPaidAgain() {
        var payment = placed("tok_declined");
        payments.attempt(payment.id());

        var again = payments.payAgain(payment.orderId(), "tok_visa");
        payments.attempt(again.id());

        assertThat(payments.paymentsOf(payment.orderId()))
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.COMPLETED, PaymentStatus.FAILED);
        assertThat(payments.charges(payment.orderId())).containsExactly(CHARGED);
    }

    @Test
    void ofTwoWhoPayAgainAtOnceOneWins() {
        var payment = placed("tok_declined");
        payments.attempt(payment.id());

        var wishes = Stream.of("tok_visa", "tok_slow")
                .map(token -> CompletableFuture.supplyAsync(() -> payments.payAgain(payment.orderId(), token)))
                .toList();

        assertThat(wishes.stream().map(PaymentFlowIT::outcome))
                .containsExactlyInAnyOrder("taken", OrderNotPayable.class.getSimpleName());
        assertThat(payments.paymentsOf(payment.orderId())).hasSize(2);
    }

    @Test
    void orderThatIsPaidOrCancelledOrUnknownTakesNoPayment() {
        var paid = placed("tok_visa");
        payments.attempt(paid.id());
        var cancelled = placed("tok_declined");
        payments.attempt(cancelled.id());
        payments.hear(new OrderCancelled(cancelled.orderId(), null));

        for (var orderId : List.of(paid.orderId(), cancelled.orderId(), UUID.randomUUID())) {
            assertThatExceptionOfType(OrderNotPayable.class).isThrownBy(() -> payments.payAgain(orderId, "tok_visa"));
        }
    }

    @Test
    void payingAgainNamesEveryWrongField() {
        var wrong = new PayOrder(null, PaymentMethod.CASH, " ");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new PayingAgain(null, null).pay(wrong))
                .satisfies(invalid ->
                        assertThat(invalid.errors()).extracting("field").containsExactly("orderId", "method", "token"));
    }

    private static PaymentView placed(String token) {
        var order = order(PaymentMethod.CARD, token);
        payments.hear(order);
        return payments.paymentOf(order.orderId());
    }

    private static List<AttemptOutcome> outcomes(PaymentView payment) {
        return payment.attempts().stream().map(PaymentView.Attempt::outcome).toList();
    }

    private static String outcome(CompletableFuture<PaymentView> wish) {
        try {
            wish.join();
            return "taken";
        } catch (CompletionException e) {
            return e.getCause().getClass().getSimpleName();
        }
    }
}
