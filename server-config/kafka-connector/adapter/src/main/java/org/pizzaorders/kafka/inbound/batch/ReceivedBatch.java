package org.pizzaorders.kafka.inbound.batch;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;

/**
 * The records of one partition from a poll.
 *
 * @param records at least one
 * @param behind for each record the offset to commit when it is done, with the leader's epoch; for the last record the
 *     position of the client, which may be after the marker of a transaction
 */
public record ReceivedBatch(TopicPartition partition, List<ConsumedRecord> records, List<OffsetAndMetadata> behind) {

    public ReceivedBatch {
        records = List.copyOf(records);
        behind = List.copyOf(behind);
    }
}
