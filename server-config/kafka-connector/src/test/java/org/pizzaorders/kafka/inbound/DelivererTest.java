package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.kafka.container.Endpoints;
import org.pizzaorders.kafka.container.Transactions;

class DelivererTest {

    private static final List<ConsumedRecord> BATCH =
            List.of(new ConsumedRecord("topic", 0, 7, Instant.EPOCH, null, new byte[0], Map.of()));

    private final Transactions transactions = new Transactions();

    @Test
    void countsACommitAsSuccess() {
        assertThat(deliver(batch -> {})).isNull();
    }

    @Test
    void countsARollbackAsFailureThoughTheListenerReturned() {
        assertThat(deliver(batch -> transactions.setRollbackOnly())).isInstanceOf(RolledBackException.class);
    }

    @Test
    void countsAnExceptionAsFailureAndEndsTheTransaction() {
        IllegalArgumentException planted = new IllegalArgumentException("planted");

        assertThat(deliver(batch -> {
                    throw planted;
                }))
                .isSameAs(planted);
        assertThat(deliver(batch -> {})).isNull();
    }

    @Test
    void countsAnErrorAsFailure() {
        assertThat(deliver(batch -> {
                    throw new NoClassDefFoundError("planted");
                }))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    private Throwable deliver(KafkaRecordListener listener) {
        Endpoints endpoints = new Endpoints(transactions, listener);
        Throwable failure = new Deliverer(endpoints, transactions, new TransactionTimeout(null)).deliver(BATCH);
        assertThat(endpoints.open()).isZero();
        return failure;
    }
}
