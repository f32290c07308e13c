package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.OrderNotPayable;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.shared.InvalidInput;

/** Another payment of an order whose last one failed. */
class PayingAgainIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void failedPaymentIsPaidAgain() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id());

        var again = payments.payAgain(payment.orderId(), "tok_visa");
        payments.attempt(again.id());

        assertThat(payments.paymentsOf(payment.orderId()))
                .extracting(PaymentView::status)
                .containsExactly(PaymentStatus.COMPLETED, PaymentStatus.FAILED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    /** Its id then sorts before that of the failed payment. */
    @Test
    void paymentOfAServerWhoseClockIsBehindIsTheNewestAllTheSame() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id());
        var again = payments.payAgain(payment.orderId(), "tok_visa");
        var early = new UUID(0x0190_0000_0000_7000L, again.id().getLeastSignificantBits());
        payments.database.execute("update payments set id = ? where id = ?", early, again.id());

        assertThatExceptionOfType(OrderNotPayable.class)
                .isThrownBy(() -> payments.payAgain(payment.orderId(), "tok_visa"))
                .withMessageContaining("under way");
        payments.attempt(early);
        assertThatExceptionOfType(OrderNotPayable.class)
                .isThrownBy(() -> payments.payAgain(payment.orderId(), "tok_visa"))
                .withMessageContaining("it is paid");

        assertThat(payments.paymentsOf(payment.orderId()))
                .extracting(PaymentView::id)
                .containsExactly(early, payment.id());
        assertThat(payments.page(
                                payment.orderId(),
                                1,
                                payments.page(payment.orderId(), 1, null).nextCursor())
                        .items())
                .extracting(PaymentView::id)
                .containsExactly(payment.id());
    }

    @Test
    void oneOfTwoConcurrentRepeatedPaymentsWins() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id());

        var wishes = Stream.of("tok_visa", "tok_slow")
                .map(token -> CompletableFuture.supplyAsync(() -> payments.payAgain(payment.orderId(), token)))
                .toList();

        assertThat(wishes.stream().map(PayingAgainIT::outcome))
                .containsExactlyInAnyOrder("taken", OrderNotPayable.class.getSimpleName());
        assertThat(payments.paymentsOf(payment.orderId())).hasSize(2);
    }

    @Test
    void aPaidCancelledOrUnknownOrderAcceptsNoPayment() {
        var paid = payments.placed("tok_visa");
        payments.attempt(paid.id());
        var cancelled = payments.placed("tok_declined");
        payments.attempt(cancelled.id());
        payments.hear(new OrderCancelled(cancelled.orderId(), null));

        for (var orderId : List.of(paid.orderId(), cancelled.orderId(), UUID.randomUUID())) {
            assertThatExceptionOfType(OrderNotPayable.class).isThrownBy(() -> payments.payAgain(orderId, "tok_visa"));
        }
    }

    @Test
    void anOrderAcceptsALimitedNumberOfPayments() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id());
        for (var number = 2; number <= PaymentsFixture.MAX_PAYMENTS; number++) {
            payments.attempt(
                    payments.payAgain(payment.orderId(), "tok_declined").id());
        }

        assertThatExceptionOfType(OrderNotPayable.class)
                .isThrownBy(() -> payments.payAgain(payment.orderId(), "tok_visa"))
                .withMessageContaining("it has had 3 payments");

        assertThat(payments.paymentsOf(payment.orderId())).hasSize(PaymentsFixture.MAX_PAYMENTS);
    }

    @Test
    void paymentsOfAnOrderArePagedInAFewQueriesHoweverManyTheyAre() {
        var payment = payments.placed("tok_declined");
        payments.attempt(payment.id());
        for (var number = 2; number <= PaymentsFixture.MAX_PAYMENTS; number++) {
            payments.attempt(
                    payments.payAgain(payment.orderId(), "tok_declined").id());
        }

        var first = payments.page(payment.orderId(), 2, null);
        var second = payments.page(payment.orderId(), 2, first.nextCursor());

        assertThat(first.items())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.attempts()).hasSize(1));
        assertThat(second.items()).extracting(PaymentView::id).containsExactly(payment.id());
        assertThat(second.nextCursor()).isNull();
        assertThat(payments.queriesOf(payment.orderId(), 20)).isEqualTo(4);
        assertThat(payments.queriesOf(payment.orderId(), 1)).isEqualTo(4);
    }

    @Test
    void payingAgainNamesEveryWrongField() {
        var wrong = new PayOrder(null, PaymentMethod.CASH, " ");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new PayingAgain(null, null, null).pay(wrong))
                .satisfies(invalid ->
                        assertThat(invalid.errors()).extracting("field").containsExactly("orderId", "method", "token"));
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
