package org.pizzaorders.kafka.inbound.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.kafka.container.Endpoints;
import org.pizzaorders.kafka.container.Transactions;
import org.pizzaorders.kafka.inbound.failure.Blame;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

class DelivererTest {

    private static final List<ConsumedRecord> BATCH =
            List.of(new ConsumedRecord("topic", 0, 7, Instant.EPOCH, null, new byte[0], Map.of()));

    private final Transactions transactions = new Transactions();
    private Duration limit;

    @Test
    void countsACommitAsSuccess() {
        assertThat(deliver(batch -> {})).isEmpty();
    }

    @Test
    void countsARollbackAsFailureThoughTheListenerReturned() {
        DeliveryFailure failure =
                deliver(batch -> transactions.setRollbackOnly()).orElseThrow();

        assertThat(failure.cause()).isInstanceOf(RolledBackException.class);
        assertThat(failure.blame()).isEqualTo(Blame.POISON);
    }

    @Test
    void countsAnExceptionAsFailureAndEndsTheTransaction() {
        IllegalArgumentException planted = new IllegalArgumentException("planted");

        DeliveryFailure failure = deliver(batch -> {
                    throw planted;
                })
                .orElseThrow();

        assertThat(failure.cause()).hasCause(planted);
        assertThat(deliver(batch -> {})).isEmpty();
    }

    @Test
    void countsAnErrorAsFailure() {
        DeliveryFailure failure = deliver(batch -> {
                    throw new NoClassDefFoundError("planted");
                })
                .orElseThrow();

        assertThat(failure.cause()).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void doesNotBlameTheRecordForTheTransactionsTimeOut() {
        limit = Duration.ZERO;

        DeliveryFailure failure =
                deliver(batch -> transactions.setRollbackOnly()).orElseThrow();

        assertThat(failure.blame()).isEqualTo(Blame.TIMED_OUT);
    }

    private Optional<DeliveryFailure> deliver(KafkaRecordListener listener) {
        Endpoints endpoints = new Endpoints(transactions, listener);
        Optional<DeliveryFailure> failure = new Deliverer(endpoints, transactions, limit, null).deliver(BATCH);
        assertThat(endpoints.open()).isZero();
        return failure;
    }
}
