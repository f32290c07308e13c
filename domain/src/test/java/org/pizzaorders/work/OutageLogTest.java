package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.environment.SteadyClock;

/** What a worker says of what it cannot help: a line for an outage, a trace for a fault. */
class OutageLogTest {

    private final Logger logger = Logger.getLogger(DueWorker.class.getName());
    private final List<LogRecord> records = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
    }

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new StorageException("claim", new SQLException("planted", "57P01")),
                new StorageException("claim", new SQLException("planted", "25006")),
                new Unreachable("the broker", "planted"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void logsAnOutageInOneLine(RuntimeException outage) {
        fail(outage);

        assertThat(records).singleElement().satisfies(entry -> {
            assertThat(entry.getThrown()).isNull();
            assertThat(entry.getMessage()).contains("waits for");
        });
    }

    @Test
    void logsAnUnexpectedFailureWithItsTrace() {
        fail(new IllegalStateException("planted"));

        assertThat(records)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getThrown()).hasMessage("planted"));
    }

    private static void fail(RuntimeException failure) {
        var work = new DueWork<Integer>() {
            @Override
            public List<Integer> claim(int limit) {
                throw failure;
            }

            @Override
            public void attempt(List<Integer> claimed) {}
        };
        new DueWorker("planted", work, 1, Runnable::run, SteadyClock.started()).wake();
    }
}
