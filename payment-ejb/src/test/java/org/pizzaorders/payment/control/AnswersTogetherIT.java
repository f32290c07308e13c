package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.payment.api.PaymentStatus;
import org.pizzaorders.payment.api.PaymentView;

class AnswersTogetherIT {

    private static final String CARD = "tok_visa";

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    @Test
    void chargesSeveralPaymentsWithOneTransactionForEachStep() {
        var ids = placed(5);

        var opened = payments.stepTogether(payments.claimTogether(ids));
        var next = payments.stepTogether(opened);

        assertThat(opened).hasSize(5);
        assertThat(next).isEmpty();
        assertThat(ids.stream().map(payments::payment).map(PaymentView::status)).containsOnly(PaymentStatus.COMPLETED);
        assertThat(ids.stream().map(payments::events)).containsOnly(List.of("1 PaymentCompleted"));
    }

    @Test
    void takesOneStatementForEachFurtherPayment() {
        var few = payments.claimTogether(placed(2));
        var forFew = payments.database.statementsOf(() -> payments.stepTogether(few));
        var many = payments.claimTogether(placed(9));

        var forMany = payments.database.statementsOf(() -> payments.stepTogether(many));

        assertThat(forMany - forFew).isEqualTo(7);
    }

    @Test
    void leavesOutAPaymentThatSomebodyElseIsChanging() throws SQLException {
        var ids = placed(3);
        var claimed = payments.claimTogether(ids);
        try (var other = payments.database.dataSource().getConnection();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select 1 from payments where id = '" + ids.get(1) + "' for update");

            var opened = payments.stepTogether(claimed);

            assertThat(opened).extracting(Claimed::id).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
            other.rollback();
        }
    }

    @Test
    void dropsTheAnswerOfAClaimerWhoseLeaseHasEndedAndRecordsTheOthers() {
        var ids = placed(2);
        var late = payments.claimTogether(ids);
        payments.makeDue(ids.get(0));
        payments.attempt(ids.get(0));

        var opened = payments.stepTogether(late);

        assertThat(opened).extracting(Claimed::id).containsExactly(ids.get(1));
        assertThat(payments.events(ids.get(0))).containsExactly("1 PaymentCompleted");
    }

    @Test
    void makesNoCallForAPaymentWhoseOrderIsCancelled() {
        var kept = payments.placed(CARD);
        var cancelled = payments.placed(CARD);
        var claimed = payments.claimRows();
        payments.hear(new OrderCancelled(cancelled.orderId(), null));

        var begun = payments.beginTogether(claimed);

        assertThat(begun).extracting(Claimed::id).containsExactly(kept.id());
    }

    private static List<UUID> placed(int count) {
        return Stream.generate(() -> payments.placed(CARD).id()).limit(count).toList();
    }
}
