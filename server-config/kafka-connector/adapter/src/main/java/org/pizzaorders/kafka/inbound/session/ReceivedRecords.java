package org.pizzaorders.kafka.inbound.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.inbound.batch.ReceivedBatch;

/** Converts the client's records into those of the application. */
final class ReceivedRecords {

    private ReceivedRecords() {}

    static ReceivedBatch of(ConsumerRecords<byte[], byte[]> polled, TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
        List<OffsetAndMetadata> behind = new ArrayList<>(records.size());
        records.forEach(each -> behind.add(at(each, each.offset() + 1)));
        OffsetAndMetadata next = polled.nextOffsets().get(partition);
        if (next != null) {
            behind.set(records.size() - 1, next);
        }
        return new ReceivedBatch(
                partition, records.stream().map(ReceivedRecords::of).toList(), behind);
    }

    /** The start of the partition's records. */
    static OffsetAndMetadata first(ConsumerRecords<byte[], byte[]> polled, TopicPartition partition) {
        ConsumerRecord<byte[], byte[]> first = polled.records(partition).get(0);
        return at(first, first.offset());
    }

    private static OffsetAndMetadata at(ConsumerRecord<byte[], byte[]> record, long offset) {
        return new OffsetAndMetadata(offset, record.leaderEpoch(), "");
    }

    private static ConsumedRecord of(ConsumerRecord<byte[], byte[]> each) {
        return new ConsumedRecord(
                each.topic(),
                each.partition(),
                each.offset(),
                Instant.ofEpochMilli(each.timestamp()),
                each.key(),
                each.value(),
                headers(each));
    }

    private static Map<String, List<byte[]>> headers(ConsumerRecord<byte[], byte[]> each) {
        Map<String, List<byte[]>> headers = new LinkedHashMap<>();
        for (Header header : each.headers()) {
            headers.merge(header.key(), Collections.singletonList(header.value()), ReceivedRecords::both);
        }
        return Collections.unmodifiableMap(headers);
    }

    private static List<byte[]> both(List<byte[]> values, List<byte[]> more) {
        List<byte[]> all = new ArrayList<>(values);
        all.addAll(more);
        return all;
    }
}
