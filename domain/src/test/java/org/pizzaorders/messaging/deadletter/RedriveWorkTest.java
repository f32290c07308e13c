package org.pizzaorders.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.shared.Ids;

class RedriveWorkTest {

    private static final UUID LETTER = Ids.next();

    private final List<UUID> failed = new ArrayList<>();
    private boolean stops;

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "57P01", "53300", "25006"})
    void aDatabaseThatIsAwayIsNobodysFault(String state) {
        assertThatThrownBy(() -> attempt(state)).isInstanceOf(IllegalStateException.class);

        assertThat(failed).isEmpty();
    }

    @Test
    void aStatementThatTakesTooLongIsTheLettersFault() {
        attempt("57014");

        assertThat(failed).containsExactly(LETTER);
    }

    /** As when the beans of the consumers are gone already, which says nothing about the letter. */
    @Test
    void whatFailsWhileTheApplicationIsBeingStoppedIsNobodysFault() {
        stops = true;

        assertThatThrownBy(() -> attempt("22001")).isInstanceOf(IllegalStateException.class);

        assertThat(failed).isEmpty();
    }

    private void attempt(String state) {
        var work = new RedriveWork(
                null,
                id -> {
                    throw new IllegalStateException("planted", new SQLException("planted", state));
                },
                (id, failure) -> failed.add(id),
                () -> stops,
                Clock.systemUTC());
        work.attempt(List.of(LETTER));
    }
}
