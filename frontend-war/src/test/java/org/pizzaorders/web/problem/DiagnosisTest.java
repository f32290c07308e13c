package org.pizzaorders.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.idempotency.api.IdempotencyKeyInUse;
import org.pizzaorders.idempotency.api.IdempotencyKeyReused;
import org.pizzaorders.order.api.IllegalOrderStep;
import org.pizzaorders.order.api.OrderNotFound;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

class DiagnosisTest {

    @Test
    void distinguishesDomainExceptionsByTheirKind() {
        var invalid = new InvalidInput(List.of(new FieldError("items", "must not be empty")));
        var missing = new OrderNotFound(UUID.randomUUID());
        var illegal = new IllegalOrderStep(OrderStatus.DELIVERED, OrderStatus.PAID);

        assertThat(Diagnosis.of(invalid))
                .isEqualTo(
                        new Cause(400, "VALIDATION_FAILED", invalid.getMessage(), invalid.errors(), false, Map.of()));
        assertThat(Diagnosis.of(missing).status()).isEqualTo(404);
        assertThat(Diagnosis.of(illegal).status()).isEqualTo(409);
    }

    @Test
    void looksThroughWhatContainersWrapAround() {
        var missing = new OrderNotFound(UUID.randomUUID());

        var wrapped = new EJBTransactionRolledbackException("rolled back", new EJBException(missing));

        assertThat(Diagnosis.of(wrapped).code()).isEqualTo("ORDER_NOT_FOUND");
    }

    @Test
    void forbidsWhatTheContainerForbids() {
        assertThat(Diagnosis.of(new EJBAccessException("no")).status()).isEqualTo(403);
    }

    @Test
    void answers409IfSomebodyElseChangedItFirst() {
        var lost = new EJBException(new RuntimeException(new OptimisticLockException("version 3")));

        assertThat(Diagnosis.of(lost)).isEqualTo(Cause.CHANGED_MEANWHILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "53300", "57P01", "57014", "25P03", "25006", "55000", "28P01"})
    void answers503ToTemporaryFailures(String sqlState) {
        var down = new EJBException(new PersistenceException(new SQLException("secret", sqlState)));

        assertThat(Diagnosis.of(down)).isEqualTo(Cause.UNAVAILABLE);
    }

    @Test
    void answers503IfTheDatabaseCannotBeReached() {
        assertThat(Diagnosis.of(new RuntimeException(new SQLTransientConnectionException("x")))
                        .status())
                .isEqualTo(503);
        assertThat(Diagnosis.of(new RuntimeException(new ConnectException("x"))).status())
                .isEqualTo(503);
    }

    @Test
    void answers503IfATransactionWasRolledBackWithoutAFault() {
        var timedOut = new EJBException(new RollbackException("Transaction marked for rollback"));
        var constraint = new RollbackException("at commit");
        constraint.initCause(new PersistenceException(new SQLException("secret", "23505")));

        assertThat(Diagnosis.of(timedOut)).isEqualTo(Cause.UNAVAILABLE);
        assertThat(Diagnosis.of(new EJBException(constraint))).isEqualTo(Cause.INTERNAL);
    }

    @Test
    void saysWhichProblemsAreWorthARetry() {
        var inUse = Diagnosis.of(new IdempotencyKeyInUse());
        var reused = Diagnosis.of(new IdempotencyKeyReused());

        assertThat(inUse.status()).isEqualTo(409);
        assertThat(inUse.passes()).isTrue();
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.passes()).isFalse();
    }

    @Test
    void namesWhatWasThrownWithoutItsMessages() {
        assertThat(Diagnosis.names(new IllegalStateException("anna@pizza.test", new SQLException("secret"))))
                .isEqualTo("IllegalStateException, by SQLException");
    }

    @Test
    void hidesEverythingElse() {
        var constraint = new EJBException(new PersistenceException(new SQLException("secret", "23505")));

        assertThat(Diagnosis.of(constraint)).isEqualTo(Cause.INTERNAL);
        assertThat(Cause.INTERNAL.detail()).doesNotContain("secret");
    }

    @Test
    void callsTextThatNoDatabaseTakesTheClientsMistake() {
        var zero = new EJBException(new PersistenceException(new SQLException("secret", "22021")));

        assertThat(Diagnosis.of(zero).status()).isEqualTo(400);
    }
}
