package org.pizzaorders.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "28P01", "40001", "53300", "55P03", "57P01", "57014", "58030", "XX000"})
    void findsStatesOfOutagesInAnyWrapping(String state) {
        var batch = new BatchUpdateException("planted", new int[0]);
        batch.setNextException(new SQLException("planted", state));

        assertThat(isBehind(new SQLException("planted", state))).isTrue();
        assertThat(isBehind(batch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01", "25P02", "40002"})
    void faultyStatementsAreNotAnOutage(String state) {
        assertThat(isBehind(new SQLException("a pool wraps", new SQLException("planted", state))))
                .isFalse();
    }

    @Test
    void aPoolThatHasNoConnectionToGiveIsAnOutage() {
        assertThat(isBehind(new SQLException("no state"))).isTrue();
        assertThat(isBehind(new SQLTransientConnectionException())).isTrue();
        assertThat(isBehind(new ConnectException())).isTrue();
    }

    @Test
    void otherFailuresAreNotAnOutageOfTheDatabase() {
        assertThat(isBehind(new NullPointerException())).isFalse();
    }

    private static boolean isBehind(Throwable cause) {
        return DatabaseAway.isBehind(new IllegalStateException("wrapped", cause));
    }
}
