package org.pizzaorders.kafka.inbound.batch;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;

/**
 * What a poll brought of one partition.
 *
 * @param records at least one
 * @param behind for each record what is to be committed once it is done, with the leader's epoch; for the last one where
 *     the client goes on, which may be behind the marker of a transaction
 */
public record ReceivedBatch(TopicPartition partition, List<ConsumedRecord> records, List<OffsetAndMetadata> behind) {

    public ReceivedBatch {
        records = List.copyOf(records);
        behind = List.copyOf(behind);
    }
}
