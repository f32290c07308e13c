package org.pizzaorders.kafka.inbound.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {

    private static final TopicPartition ONE = new TopicPartition("topic", 1);
    private static final TopicPartition TWO = new TopicPartition("topic", 2);

    private final OffsetLedger ledger = new OffsetLedger();

    @Test
    void holdsTheLatestOffsetUntilItIsConfirmed() {
        ledger.delivered(ONE, new OffsetAndMetadata(5));
        ledger.delivered(ONE, new OffsetAndMetadata(9));
        assertThat(ledger.unconfirmed()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(9)));

        ledger.confirmed(Map.of(ONE, new OffsetAndMetadata(9)));

        assertThat(ledger.unconfirmed()).isEmpty();
    }

    @Test
    void knowsWhereAPartitionBeganUntilSomethingIsDelivered() {
        ledger.began(ONE, new OffsetAndMetadata(5));
        assertThat(ledger.unconfirmed()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(5)));

        ledger.delivered(ONE, new OffsetAndMetadata(6));
        ledger.began(ONE, new OffsetAndMetadata(5));

        assertThat(ledger.unconfirmed()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(6)));
    }

    @Test
    void keepsWhatWasDeliveredWhileTheCommitWasOnItsWay() {
        ledger.delivered(ONE, new OffsetAndMetadata(5));
        var onItsWay = ledger.unconfirmed();
        ledger.delivered(ONE, new OffsetAndMetadata(6));

        ledger.confirmed(onItsWay);

        assertThat(ledger.unconfirmed()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(6)));
    }

    @Test
    void forgetsRevokedPartitionsOnly() {
        ledger.delivered(ONE, new OffsetAndMetadata(5));
        ledger.delivered(TWO, new OffsetAndMetadata(7));

        ledger.forget(List.of(ONE));

        assertThat(ledger.unconfirmed(List.of(ONE))).isEmpty();
        assertThat(ledger.unconfirmed()).containsOnlyKeys(TWO);
    }
}
