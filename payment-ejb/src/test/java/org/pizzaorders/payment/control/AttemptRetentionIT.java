package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

class AttemptRetentionIT {

    @AutoClose
    private static final ServiceFixture payments = ServiceFixture.of(Service.PAYMENTS);

    @Test
    void purgesOldAttemptsOfSettledPaymentsAndKeepsThePayments() {
        payments.execute(
                "insert into payments.payable_orders (order_id, amount, currency, created_at)"
                        + " select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 1, 'RUB', now() from generate_series(1, 3) n");
        payments.execute(
                "insert into payments.payments (id, order_id, amount, currency, method, status, correlation_id,"
                        + " event_version, version, created_at) select order_id, order_id, 1, 'RUB', 'CARD',"
                        + " case when order_id::text like '%3' then 'PENDING' else 'COMPLETED' end, 'c', 0, 0, now()"
                        + " from payments.payable_orders");
        payments.execute("insert into payments.payment_attempts (payment_id, number, outcome, at)"
                + " select id, 1, 'SUCCEEDED', now() - case when id::text like '%2' then 179 else 181 end * interval '1 day'"
                + " from payments.payments");

        payments.purge(PaymentExpiries.all());

        assertThat(column("select right(payment_id::text, 1) from payments.payment_attempts"))
                .containsExactlyInAnyOrder("2", "3");
        assertThat(column("select 1 from payments.payments")).hasSize(3);
    }

    private static List<Object> column(String query) {
        return payments.rows(query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }
}
