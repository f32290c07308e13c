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
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.api.UnprocessableRecordException;

class BlameFinderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "28P01", "53300", "57P01", "58030", "40001", "40P01", "55P03", "25006", "25P03",
                "3D000", "57014", "XX000", "XX001", "42501"
            })
    void blamesTheDatabaseWhereItSaysSo(String state) {
        assertThat(blame(new SQLException("planted", state))).isEqualTo(Blame.INFRASTRUCTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "25P02", "40002", "8", ""})
    void blamesTheRecordForWhatItsStatementsMet(String state) {
        assertThat(blame(new SQLException("planted", state))).isEqualTo(Blame.POISON);
        assertThat(blame(new SQLException("planted"))).isEqualTo(Blame.POISON);
        assertThat(blame(new SQLIntegrityConstraintViolationException("planted")))
                .isEqualTo(Blame.POISON);
    }

    /** For listeners whose libraries cannot see the connector's own exceptions. */
    @Test
    void takesTheWordOfAResourceExceptionByItsErrorCode() {
        assertThat(blame(new EJBException(new ResourceException("planted", "UNPROCESSABLE"))))
                .isEqualTo(Blame.UNPROCESSABLE);
        ResourceException stopping = new ResourceException("planted", "UNAVAILABLE");
        stopping.initCause(new IllegalStateException("stopped"));
        assertThat(blame(new EJBException(stopping))).isEqualTo(Blame.INFRASTRUCTURE);
    }

    @Test
    void findsTheDriversErrorsBehindABatch() {
        BatchUpdateException batch = new BatchUpdateException("planted", new int[0]);
        batch.setNextException(new SQLException("planted", "57P01"));

        assertThat(blame(batch)).isEqualTo(Blame.INFRASTRUCTURE);
    }

    @Test
    void blamesNetworkTransactionManagerAndContainer() {
        assertThat(blame(new ConnectException())).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new SocketTimeoutException())).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new SQLTransientConnectionException())).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new SSLHandshakeException("planted"))).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new SystemException())).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new ResourceAllocationException("no connection"))).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new OutOfMemoryError())).isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(blame(new UnavailableException("planted"))).isEqualTo(Blame.INFRASTRUCTURE);
    }

    @Test
    void doesNotMistakeTheConsequenceForTheCause() {
        ResourceException refused = new ResourceAllocationException("no connection", new RollbackException());

        assertThat(blame(refused)).isEqualTo(Blame.POISON);
        assertThat(blame(new ResourceException("Cause: jakarta.transaction.RollbackException: marked")))
                .isEqualTo(Blame.POISON);
    }

    @Test
    void letsTheListenerOverruleWhatItMet() {
        assertThat(blame(new UnprocessableRecordException("planted", new ConnectException())))
                .isEqualTo(Blame.UNPROCESSABLE);
        assertThat(blame(new UnavailableException("planted", new UnprocessableRecordException("inner"))))
                .isEqualTo(Blame.INFRASTRUCTURE);
    }

    @Test
    void leavesItToTheListenerWhetherSomethingIsAwayEvenIfOthersGetThrough() {
        assertThat(DeliveryFailure.of(new ConnectException()).blamedOnRecord().blame())
                .isEqualTo(Blame.POISON);
        assertThat(DeliveryFailure.of(new UnavailableException("planted"))
                        .blamedOnRecord()
                        .blame())
                .isEqualTo(Blame.INFRASTRUCTURE);
        assertThat(DeliveryFailure.of(new ResourceException("planted", "UNAVAILABLE"))
                        .blamedOnRecord()
                        .blame())
                .isEqualTo(Blame.INFRASTRUCTURE);
    }

    @Test
    void readsThroughTheContainersReportOfACommit() {
        assertThat(DeliveryFailure.ofCommit(new ResourceException("commit", new SQLException("planted", "23505")))
                        .blame())
                .isEqualTo(Blame.POISON);
        assertThat(DeliveryFailure.ofCommit(new ResourceException("commit", new SQLException("planted", "57P01")))
                        .blame())
                .isEqualTo(Blame.INFRASTRUCTURE);
    }

    @Test
    void comesToAnEndWhereCausesGoRound() {
        Exception inner = new Exception();
        Exception outer = new Exception(inner);
        inner.initCause(outer);

        assertThat(BlameFinder.of(outer)).isEqualTo(Blame.POISON);
    }

    /** Wrapped as by a persistence provider within a container. */
    private static Blame blame(Throwable cause) {
        return BlameFinder.of(new EJBException("outer", new IllegalStateException("wrapper", cause)));
    }
}
