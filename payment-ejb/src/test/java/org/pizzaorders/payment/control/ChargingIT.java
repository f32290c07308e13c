package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.payment.control.PaymentsFixture.order;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.payment.api.AttemptOutcome;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;

/** From the order to the money, or to the certainty that there will be none. */
class ChargingIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void anOrderReceivedTwiceHasOnePayment() {
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
        var payment = payments.placed("tok_visa");

        payments.attempt(payment.id());

        var paid = payments.paymentOf(payment.orderId());
        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(paid.providerReference()).startsWith("pi_");
        assertThat(PaymentsFixture.outcomes(paid)).containsExactly(AttemptOutcome.SUCCEEDED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentCompleted");
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
        assertThat(payments.database.rows("select token from payments where id = ?", payment.id()))
                .containsExactly(java.util.Collections.singletonMap("token", null));
    }

    @Test
    void declinedCardFailsThePayment() {
        var payment = payments.placed("tok_insufficient_funds");

        payments.attempt(payment.id());

        var failed = payments.paymentOf(payment.orderId());
        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.failureReason()).isEqualTo("insufficient_funds");
        assertThat(PaymentsFixture.outcomes(failed)).containsExactly(AttemptOutcome.DECLINED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    @Test
    void flakyProviderTakesThreeAttemptsOnOneCharge() {
        var payment = payments.placed("tok_flaky");

        var paid = payments.attempt(payment.id(), 3);

        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(PaymentsFixture.outcomes(paid))
                .containsExactly(
                        AttemptOutcome.TRANSIENT_FAILURE, AttemptOutcome.TRANSIENT_FAILURE, AttemptOutcome.SUCCEEDED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void unknownTokenFailsThePaymentBeforeItIsOpened() {
        var payment = payments.placed("tok_nobodys");

        payments.attempt(payment.id());

        var failed = payments.paymentOf(payment.orderId());
        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.providerReference()).isNull();
    }

    @Test
    void paymentFailsWhenItIsCertainThatABrokenProviderChargedNothing() {
        var payment = payments.placed("tok_error");

        var open = payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS);
        assertThat(open.status()).isEqualTo(PaymentStatus.PROCESSING);
        var failed = payments.attempt(payment.id(), 1);

        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.failureReason()).isEqualTo("provider_unavailable");
        assertThat(failed.attempts())
                .extracting("error")
                .containsOnly("http_500")
                .hasSize(PaymentsFixture.MAX_ATTEMPTS);
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    /** Asked again before it has let go of the first call, it says so. */
    @Test
    void paymentAlsoFailsWhenTheProviderStaysSilent() {
        var payment = payments.placed("tok_timeout");

        var open = payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS, payments.impatient);
        assertThat(open.attempts())
                .extracting("error")
                .contains("timeout")
                .isSubsetOf("timeout", "idempotency_key_in_use")
                .hasSize(PaymentsFixture.MAX_ATTEMPTS);
        var failed = payments.attempt(payment.id(), 1);

        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(payments.events(payment.id())).containsExactly("1 PaymentFailed");
    }

    @Test
    void theTimeLimitEndsAPaymentThatTheProviderDoesNotKnow() {
        var payment = payments.placed("tok_visa");
        payments.makeOlder(payment.id(), PaymentsFixture.TIME_LIMIT);

        payments.attempt(payment.id());

        assertThat(payments.paymentOf(payment.orderId()).failureReason()).isEqualTo("provider_unavailable");
        assertThat(payments.books.charges(payment.orderId())).isEmpty();
    }

    @Test
    void theTimeLimitWithdrawsAnOpenedPayment() {
        var payment = payments.placed("tok_error");
        payments.attempt(payment.id());
        payments.makeOlder(payment.id(), PaymentsFixture.TIME_LIMIT);

        var failed = payments.attempt(payment.id(), 1);

        assertThat(failed.failureReason()).isEqualTo("provider_unavailable");
        assertThat(failed.attempts()).hasSize(1);
    }

    @Test
    void theTimeLimitKeepsAChargedPayment() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.opened(payment.id()).request());
        payments.makeOlder(payment.id(), PaymentsFixture.TIME_LIMIT.plus(Duration.ofDays(1)));
        payments.books.forgetKeys();

        var paid = payments.attempt(payment.id(), 1);

        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
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
}
