package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.simulator.Simulator;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.provider.RefundResult;

/** The provider itself is killed, or frozen, in the middle of a call. */
class ProviderOutageIT {

    @TempDir
    static Path home;

    private static Simulator provider;
    private static PaymentsFixture payments;

    @BeforeAll
    static void start() {
        provider = new Simulator(home, Ports.free(), Ports.free());
        provider.start();
        payments = new PaymentsFixture(provider);
    }

    @AfterAll
    static void stop() {
        payments.close();
        provider.close();
    }

    @Test
    void killedBetweenTheOpeningAndTheChargeItStillKnowsThePayment() {
        var payment = payments.placed("tok_visa");
        var opened = payments.opened(payment.id());

        provider.kill();
        payments.step(opened);
        provider.start();
        var paid = payments.attempt(payment.id(), 1);

        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(paid.attempts()).extracting("error").containsExactly("connection_failed", null);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void killedWhileItChargesItIsAskedAgain() {
        var payment = payments.placed("tok_slow");
        var opened = payments.opened(payment.id());
        var charging = CompletableFuture.runAsync(() -> payments.step(opened));
        await().until(() -> payments.books.calls(opened.request().reference()) == 1);

        provider.kill();
        charging.join();
        provider.start();
        var paid = payments.attempt(payment.id(), 1);

        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    @Test
    void killedAfterItChargedItStillKnows() {
        var payment = payments.placed("tok_visa");
        payments.provider.charge(payments.opened(payment.id()).request());

        provider.kill();
        provider.start();
        var paid = payments.attempt(payment.id(), 1);

        assertThat(paid.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.CHARGED);
    }

    /** What it was told before it froze it does when it thaws: long after everybody else has given up. */
    @Test
    void whileTheProviderIsFrozenThePaymentStaysOpenBecauseItMayStillCharge() throws Exception {
        var payment = payments.placed("tok_visa");
        payments.opened(payment.id());

        signal("-STOP");
        var open = payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS + 2, payments.impatient);
        signal("-CONT");
        assertThat(open.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(open.attempts()).extracting("error").containsOnly("timeout");
        await().until(() -> payments.attempt(payment.id(), 1).status() != PaymentStatus.PROCESSING);

        var settled = payments.paymentOf(payment.orderId());
        assertThat(payments.books.charges(payment.orderId()))
                .hasSize(settled.status() == PaymentStatus.COMPLETED ? 1 : 0);
        assertThat(payments.events(payment.id())).hasSize(1);
    }

    /** The confirmation lies in the frozen provider's ears, and so do the later ones. */
    @Test
    void frozenDuringTheChargeItChargesOnce() throws Exception {
        var payment = payments.placed("tok_visa");
        var opened = payments.opened(payment.id());

        signal("-STOP");
        payments.record(opened, payments.impatient.charge(opened.request()));
        payments.attempt(payment.id(), PaymentsFixture.MAX_ATTEMPTS + 1, payments.impatient);
        signal("-CONT");
        await().until(() -> payments.attempt(payment.id(), 1).status() != PaymentStatus.PROCESSING);

        var settled = payments.paymentOf(payment.orderId());
        assertThat(payments.books.charges(payment.orderId()))
                .hasSize(settled.status() == PaymentStatus.COMPLETED ? 1 : 0);
        assertThat(payments.events(payment.id())).hasSize(1);
    }

    @Test
    void killedDuringARefundItRefundsOnce() {
        var payment = payments.placed("tok_visa");
        payments.attempt(payment.id());
        payments.hear(new OrderCancelled(payment.orderId(), null));
        payments.refund(request -> {
            payments.provider.refund(request);
            provider.kill();
            return new RefundResult.Unclear("connection_failed");
        });

        payments.makeDue();
        payments.refund();
        provider.start();
        payments.makeDue();
        payments.refund();

        assertThat(payments.paymentOf(payment.orderId()).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payments.books.charges(payment.orderId())).containsExactly(ProviderBooks.GIVEN_BACK);
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", signal, Long.toString(provider.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
