package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ManyRows;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/** What the timers and the operators' list read when the provider was away for long, or has lost its books. */
class ManyPaymentsIT {

    private static final int BATCH = 100;

    @AutoClose
    private static final ServiceFixture payments = ServiceFixture.of(Service.PAYMENTS, "payments");

    private final ManyRows rows = new ManyRows(payments);

    @BeforeAll
    static void aLongOutage() {
        payments.execute("insert into payments.payable_orders (order_id, amount, currency, created_at)"
                + " select gen_random_uuid(), 1, 'RUB', now()" + ManyRows.SOME);
        payments.execute(
                "insert into payments.payments (id, order_id, amount, currency, method, status, correlation_id,"
                        + " event_version, version, created_at, next_attempt_at, unknown_since) select order_id, order_id, 1, 'RUB',"
                        + " 'CARD', 'PENDING', 'c', 0, 0, now(), now(), now() from payments.payable_orders");
        payments.execute("insert into payments.payment_attempts (payment_id, number, outcome, error, at)"
                + " select id, 1, 'TRANSIENT_FAILURE', 'unknown', now() from payments.payments");
        payments.execute("insert into payments.refunds (id, payment_id, amount, status, attempts, version, created_at,"
                + " next_attempt_at, refused_since) select id, id, 1, 'PENDING', 1, 0, now(), now(), now()"
                + " from payments.payments");
    }

    @Test
    void claimsBatchesOfPaymentsAndRefundsByIndex() {
        var due = new DueTable(payments.dataSource(), "payments.payments", Settlement.onClaim(Duration.ofMinutes(1)));
        var refunds = new DueTable(payments.dataSource(), "payments.refunds", Refunding.onClaim(Duration.ofMinutes(1)));

        rows.assertFew(
                "payments",
                () -> assertThat(due.claim(BATCH, Duration.ofMinutes(1))).hasSize(BATCH));
        rows.assertFew(
                "refunds",
                () -> assertThat(refunds.claim(BATCH, Duration.ofMinutes(1))).hasSize(BATCH));
    }

    @Test
    void readsAPageOfStuckPaymentsByIndex() {
        var lists = new PaymentLists(payments.entityManager());
        var first = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

        rows.assertFew(
                "stuck",
                () -> assertThat(
                                payments.inTransaction(() -> lists.stuck(first)).items())
                        .hasSize(PageRequest.MAX_LIMIT));
    }
}
