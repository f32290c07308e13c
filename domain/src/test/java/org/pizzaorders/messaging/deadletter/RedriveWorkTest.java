package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.shared.Ids;

class RedriveWorkTest {

    private static final UUID LETTER = Ids.next();

    private final List<UUID> failed = new ArrayList<>();
    private boolean stops;

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "57P01", "53300", "25006", "57014", "XX000"})
    void anAbsentDatabaseUsesUpNoAttempt(String state) {
        assertThatThrownBy(() -> attempt(state)).isInstanceOf(IllegalStateException.class);

        assertThat(failed).isEmpty();
    }

    @Test
    void anUnreadableRowDoesNotDelayOthers() {
        var seen = new ArrayList<UUID>();
        var unreadable = Ids.next();
        var others = List.of(Ids.next(), Ids.next());

        assertThatThrownBy(() -> attempt(List.of(others.get(0), unreadable, others.get(1)), id -> {
                    if (id.equals(unreadable)) {
                        throw new IllegalStateException("planted", new SQLException("planted", "XX001"));
                    }
                    seen.add(id);
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).containsExactlyElementsOf(others);
        assertThat(failed).isEmpty();
    }

    @Test
    void isNotAskedAgainAfterTwoFailuresInARow() {
        var asked = new ArrayList<UUID>();

        assertThatThrownBy(() -> attempt(List.of(Ids.next(), Ids.next(), Ids.next()), id -> {
                    asked.add(id);
                    throw new IllegalStateException("planted", new SQLException("planted", "57P03"));
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(asked).hasSize(2);
    }

    /** As when the beans of the consumers are gone already, which says nothing about the letter. */
    @Test
    void failuresDuringAStopUseUpNoAttempt() {
        stops = true;

        assertThatThrownBy(() -> attempt("22001")).isInstanceOf(IllegalStateException.class);

        assertThat(failed).isEmpty();
    }

    private void attempt(String state) {
        attempt(List.of(LETTER), id -> {
            throw new IllegalStateException("planted", new SQLException("planted", state));
        });
    }

    private void attempt(List<UUID> claimed, Consumer<UUID> proceed) {
        new RedriveWork(null, proceed, (id, failure) -> failed.add(id), () -> stops, Clock.systemUTC())
                .attempt(claimed);
    }
}
