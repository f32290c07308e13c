package org.pizzaorders.kafka.inbound.session;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.pizzaorders.kafka.api.ConsumedRecord;

/** Turns the client's records into those of the application. */
final class ReceivedRecords {

    private ReceivedRecords() {}

    static List<ConsumedRecord> of(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ReceivedRecords::of).toList();
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

    /** Not {@code Map.copyOf}: a header's value may be null. */
    private static Map<String, byte[]> headers(ConsumerRecord<byte[], byte[]> each) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : each.headers()) {
            headers.put(header.key(), header.value());
        }
        return Collections.unmodifiableMap(headers);
    }
}
