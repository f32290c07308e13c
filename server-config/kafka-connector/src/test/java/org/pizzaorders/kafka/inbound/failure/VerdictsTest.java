package org.pizzaorders.kafka.inbound.failure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.api.UnprocessableRecordException;

class VerdictsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "28P01", "53300", "57P01", "58030", "40001", "40P01", "55P03", "25006", "25P03",
                "3D000"
            })
    void blamesTheDatabaseWhereItSaysSo(String state) {
        assertThat(verdict(new SQLException("planted", state))).isEqualTo(Verdict.INFRASTRUCTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "57014", "22001", "42P01", "25P02", "40002", "8", ""})
    void blamesTheRecordForWhatItsStatementsMet(String state) {
        assertThat(verdict(new SQLException("planted", state))).isEqualTo(Verdict.POISON);
        assertThat(verdict(new SQLException("planted"))).isEqualTo(Verdict.POISON);
        assertThat(verdict(new SQLIntegrityConstraintViolationException("planted")))
                .isEqualTo(Verdict.POISON);
    }

    @Test
    void findsTheDriversErrorsBehindABatch() {
        BatchUpdateException batch = new BatchUpdateException("planted", new int[0]);
        batch.setNextException(new SQLException("planted", "57P01"));

        assertThat(verdict(batch)).isEqualTo(Verdict.INFRASTRUCTURE);
    }

    @Test
    void blamesNetworkTransactionManagerAndContainer() {
        assertThat(verdict(new ConnectException())).isEqualTo(Verdict.INFRASTRUCTURE);
        assertThat(verdict(new SocketTimeoutException())).isEqualTo(Verdict.INFRASTRUCTURE);
        assertThat(verdict(new SQLTransientConnectionException())).isEqualTo(Verdict.INFRASTRUCTURE);
        assertThat(verdict(new SystemException())).isEqualTo(Verdict.INFRASTRUCTURE);
        assertThat(verdict(new ResourceAllocationException("no connection"))).isEqualTo(Verdict.INFRASTRUCTURE);
        assertThat(verdict(new OutOfMemoryError())).isEqualTo(Verdict.INFRASTRUCTURE);
        assertThat(verdict(new UnavailableException("planted"))).isEqualTo(Verdict.INFRASTRUCTURE);
    }

    @Test
    void doesNotMistakeTheConsequenceForTheCause() {
        ResourceException refused = new ResourceAllocationException("no connection", new RollbackException());

        assertThat(verdict(refused)).isEqualTo(Verdict.POISON);
        assertThat(verdict(new ResourceException("Cause: jakarta.transaction.RollbackException: marked")))
                .isEqualTo(Verdict.POISON);
    }

    @Test
    void letsTheListenerOverruleWhatItMet() {
        assertThat(verdict(new UnprocessableRecordException("planted", new ConnectException())))
                .isEqualTo(Verdict.UNPROCESSABLE);
        assertThat(verdict(new UnavailableException("planted", new UnprocessableRecordException("inner"))))
                .isEqualTo(Verdict.INFRASTRUCTURE);
    }

    @Test
    void readsThroughTheContainersReportOfACommit() {
        assertThat(Failure.ofCommit(new ResourceException("commit", new SQLException("planted", "23505")))
                        .verdict())
                .isEqualTo(Verdict.POISON);
        assertThat(Failure.ofCommit(new ResourceException("commit", new SQLException("planted", "57P01")))
                        .verdict())
                .isEqualTo(Verdict.INFRASTRUCTURE);
    }

    @Test
    void comesToAnEndWhereCausesGoRound() {
        Exception inner = new Exception();
        Exception outer = new Exception(inner);
        inner.initCause(outer);

        assertThat(Verdicts.of(outer)).isEqualTo(Verdict.POISON);
    }

    /** Wrapped as by a persistence provider within a container. */
    private static Verdict verdict(Throwable cause) {
        return Verdicts.of(new EJBException("outer", new IllegalStateException("wrapper", cause)));
    }
}
