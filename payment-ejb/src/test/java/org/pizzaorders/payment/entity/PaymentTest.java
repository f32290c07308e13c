package org.pizzaorders.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

class PaymentTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ORDER = Ids.next();
    private static final PayableOrder PAYABLE = new PayableOrder(ORDER, new Money(129_900, "RUB"), NOW);

    private final UUID id = Ids.next();

    @Test
    void cashCompletesWithoutAttempt() {
        var payment = Payment.inCash(id, PAYABLE, NOW);

        var event = payment.collected();

        assertThat(event).isEqualTo(new PaymentCompleted(id, ORDER, 129_900, "RUB", PaymentMethod.CASH, null));
        assertThat(payment.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payment.eventVersion()).isEqualTo(1);
        assertThat(payment.attempts()).isZero();
    }

    @Test
    void eachEventIsCounted() {
        var payment = Payment.inCash(id, PAYABLE, NOW);

        payment.collected();
        payment.refunded(null);

        assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payment.eventVersion()).isEqualTo(2);
    }

    @Test
    void settledPaymentForgetsTheCard() {
        var payment = Payment.byCard(id, PAYABLE, "tok_visa", NOW);

        payment.cancel();

        assertThat(payment.token()).isNull();
        assertThat(payment.isUntouched()).isFalse();
    }

    @Test
    void cancelledPaymentTakesNoFurtherStep() {
        var payment = Payment.byCard(id, PAYABLE, "tok_visa", NOW);
        payment.cancel();

        assertThatIllegalStateException().isThrownBy(payment::collected);
        assertThatIllegalStateException().isThrownBy(() -> payment.fail("card_declined"));
        assertThatIllegalStateException().isThrownBy(() -> payment.refunded("re_1"));
        assertThat(payment.eventVersion()).isZero();
    }

    @Test
    void onlyCompletedPaymentsAreRefunded() {
        for (var from : EnumSet.complementOf(EnumSet.of(PaymentStatus.COMPLETED))) {
            assertThat(PaymentLifeCycle.allows(from, PaymentStatus.REFUNDED))
                    .as(from.name())
                    .isFalse();
        }

        assertThat(PaymentLifeCycle.allows(PaymentStatus.COMPLETED, PaymentStatus.REFUNDED))
                .isTrue();
    }

    @Test
    void settledPaymentIsNeverTriedAgain() {
        for (var from : EnumSet.complementOf(EnumSet.of(PaymentStatus.PENDING))) {
            assertThat(PaymentLifeCycle.allows(from, PaymentStatus.PROCESSING))
                    .as(from.name())
                    .isFalse();
        }
    }

    @Test
    void theViewShowsAttemptsInOrder() {
        var payment = Payment.byCard(id, PAYABLE, "tok_visa", NOW);

        payment.unsettled("timeout", NOW.plusSeconds(1), NOW);
        payment.unsettled("http_503", NOW.plusSeconds(3), NOW.plusSeconds(1));

        assertThat(payment.view(null).attempts()).extracting("number").containsExactly(1, 2);
        assertThat(payment.view(null).attempts()).extracting("error").containsExactly("timeout", "http_503");
    }
}
