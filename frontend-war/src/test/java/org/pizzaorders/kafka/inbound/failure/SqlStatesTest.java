package org.pizzaorders.kafka.inbound.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.DatabaseAway;

/** The connector stands on its own, and yet means the same by an SQL state as the application that it delivers to. */
class SqlStatesTest {

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Every ending that PostgreSQL has more than a few of, and those of all states that are named anywhere. */
    private static final List<String> ENDINGS = Stream.concat(
                    Stream.of("014", "200", "301", "R01"),
                    IntStream.range(0, 12)
                            .boxed()
                            .flatMap(n -> Stream.of(
                                    String.format("%03d", n),
                                    String.format("00%c", 'A' + n),
                                    String.format("P%02d", n))))
            .toList();

    @Test
    void connectorAndApplicationTreatTheSameStatesAsAnOutage() {
        var differing = classes()
                .flatMap(start -> ENDINGS.stream().map(start::concat))
                .filter(state -> isOutage(state) != BlameFinder.isOutage(state))
                .toList();

        assertThat(differing).isEmpty();
        assertThat(Stream.of(null, "", "8", "08", "080066").filter(BlameFinder::isOutage))
                .isEmpty();
        assertThat(Stream.of("", "8", "08", "080066").filter(SqlStatesTest::isOutage))
                .isEmpty();
    }

    @Test
    void aFailureThatAnyStatementWouldHaveIsAnOutage() {
        assertThat(Stream.of(
                        "08006", "25006", "25P03", "28P01", "3D000", "40001", "40P01", "42501", "53100", "53200",
                        "53300", "55000", "55P03", "57014", "57P01", "57P02", "57P03", "58030", "F0000", "XX000",
                        "XX001", "XX002"))
                .allMatch(SqlStatesTest::isOutage);
    }

    @Test
    void aFailureThatTheStatementAlwaysHasIsNoOutage() {
        assertThat(Stream.of(
                        "0A000", "21000", "22001", "22021", "22P02", "23502", "23503", "23505", "25P02", "26000",
                        "2BP01", "34000", "38000", "40002", "42601", "42703", "42P01", "44000", "54000", "55P04",
                        "P0001"))
                .noneMatch(SqlStatesTest::isOutage);
    }

    private static boolean isOutage(String state) {
        return DatabaseAway.isBehind(new SQLException("planted", state));
    }

    private static Stream<String> classes() {
        return SIGNS.chars()
                .boxed()
                .flatMap(first -> SIGNS.chars().mapToObj(second -> "" + (char) first.intValue() + (char) second));
    }
}
