package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.breaker.BreakerSettings;
import org.pizzaorders.breaker.ServiceBreakers;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerState;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.payment.provider.GuardedProvider;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;
import org.pizzaorders.shared.Service;

class ProviderBreakerIT {

    private static final int MINIMUM_CALLS = 3;

    private final PaymentsFixture payments = new PaymentsFixture();
    private final ServiceBreakers breakers = new Breakers();
    private ChargeResult answer = new ChargeResult.Unclear("timeout");
    private final PaymentProvider provider = new GuardedProvider(new Answering(), breakers.breaker("provider"));

    @AfterEach
    void close() {
        payments.close();
    }

    @Test
    void anAbsentProviderUsesUpNoMoreAttempts() {
        var payment = payments.placed("tok_visa");

        var tried = payments.attempt(payment.id(), MINIMUM_CALLS + 20, provider);

        assertThat(state()).isEqualTo(BreakerState.OPEN);
        assertThat(breakers.breaker("provider").permits(16)).isZero();
        assertThat(tried.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(tried.attempts()).hasSize(MINIMUM_CALLS);
    }

    @Test
    void anOpenedPaymentStaysOpenAndUsesUpNoAttempt() {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());
        force(BreakerOverride.OPEN);

        var kept = payments.attempt(payment.id(), 3, provider);

        assertThat(kept.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(kept.attempts()).isEmpty();
    }

    @Test
    void anOrderIsCancelledWhileTheBreakerIsOpen() {
        force(BreakerOverride.OPEN);
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id(), 1, provider);

        payments.hear(new OrderCancelled(payment.orderId(), "Not paid in time."));

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void aLatePaymentFailsWhileTheBreakerIsOpen() {
        force(BreakerOverride.OPEN);
        var payment = payments.placed("tok_visa");
        var claimed = payments.claim(payment.id()).orElseThrow();
        payments.makeOlder(payment.id(), PaymentsFixture.TIME_LIMIT);

        payments.record(claimed, provider.charge(claimed.request()));

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void declinedCardsDoNotOpenTheBreaker() {
        answer = new ChargeResult.Declined("card_declined");

        for (var i = 0; i < MINIMUM_CALLS + 2; i++) {
            payments.attempt(payments.placed("tok_visa").id(), 1, provider);
        }

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void waitsAsLongAsTheProviderAsksUpToTheTimeLimit() {
        var payment = payments.placed("tok_visa").id();

        answer = new ChargeResult.Unclear("http_429", Duration.ofMinutes(2));
        payments.attempt(payment, 1, provider);
        var shortly = dueIn(payment);
        answer = new ChargeResult.Unclear("http_429", Duration.ofHours(1));
        payments.attempt(payment, 1, provider);
        var atLast = dueIn(payment);

        assertThat(shortly).isBetween(110L, 121L);
        assertThat(atLast)
                .isBetween(PaymentsFixture.TIME_LIMIT.toSeconds() - 60, PaymentsFixture.TIME_LIMIT.toSeconds());
    }

    private long dueIn(UUID payment) {
        return ((Number) payments.database
                        .rows(
                                "select extract(epoch from next_attempt_at - now())::bigint as due from payments.payments"
                                        + " where id = ?",
                                payment)
                        .get(0)
                        .get("due"))
                .longValue();
    }

    @Test
    void aRefundWaitsAsLongAsTheProviderAsks() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id(), 1);
        payments.hear(new OrderCancelled(payment.orderId(), null));

        payments.refund(request -> new RefundResult.Unclear("http_429", Duration.ofMinutes(2)));

        assertThat(payments.database.rows(
                        "select 1 from payments.refunds where next_attempt_at > now() + interval '110 seconds'"))
                .hasSize(1);
    }

    @Test
    void aWaitingRefundUsesUpNoAttempt() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id(), 1);
        payments.hear(new OrderCancelled(payment.orderId(), null));
        force(BreakerOverride.OPEN);

        payments.refund(provider::refund);

        var refund = payments.paymentOf(payment.orderId()).refund();
        assertThat(refund.attempts()).isZero();
        assertThat(refund.status()).isEqualTo("PENDING");
    }

    private void force(BreakerOverride override) {
        breakers.force("provider", override, "trying it out", UUID.randomUUID().toString());
    }

    private BreakerState state() {
        return breakers.breakers().get(0).state();
    }

    private final class Answering implements PaymentProvider {

        @Override
        public ChargeResult charge(ChargeRequest request) {
            return answer;
        }

        @Override
        public RefundResult refund(RefundRequest request) {
            return new RefundResult.Unclear("timeout");
        }
    }

    private final class Breakers extends ServiceBreakers {

        Breakers() {
            super(Service.PAYMENTS, List.of("provider"));
            clock = Clock.systemUTC();
            open();
        }

        @Override
        protected DataSource dataSource() {
            return payments.database.dataSource();
        }

        @Override
        protected OperatorActions audit() {
            return payments.database.audit();
        }

        @Override
        protected BreakerSettings settings() {
            return new BreakerSettings(50, 10, MINIMUM_CALLS, Duration.ofHours(1), 1);
        }
    }
}
