package org.pizzaorders.kafka.outbound;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;

/**
 * Hands one batch to the producer. Bounded also without a broker: once the producer has blocked for as long as it may,
 * the rest of the batch fails at once instead of blocking again for each record. And a record that the producer refuses
 * holds back the batch's later records of its key, so that none overtakes it.
 */
final class BatchSend {

    private record Lane(String topic, ByteBuffer key) {}

    private final Producer<byte[], byte[]> producer;
    private final long deadline;
    private final Set<Lane> refused = new HashSet<>();

    BatchSend(Producer<byte[], byte[]> producer, Duration maxBlock) {
        this.producer = producer;
        this.deadline = System.nanoTime() + maxBlock.toNanos();
    }

    List<CompletableFuture<SendResult>> sendEach(List<OutgoingRecord> records) {
        List<CompletableFuture<SendResult>> results = new ArrayList<>(records.size());
        for (OutgoingRecord each : records) {
            results.add(handOver(each));
        }
        return results;
    }

    CompletableFuture<List<SendResult>> send(List<OutgoingRecord> records) {
        List<CompletableFuture<SendResult>> results = sendEach(records);
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(all -> results.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<SendResult> handOver(OutgoingRecord outgoing) {
        Lane lane = outgoing.key() == null ? null : new Lane(outgoing.topic(), ByteBuffer.wrap(outgoing.key()));
        if (refused.contains(lane)) {
            return failed("held back behind a failed record of the same key");
        }
        if (System.nanoTime() - deadline > 0) {
            return failed("no time left: the brokers do not answer");
        }
        CompletableFuture<SendResult> result = handOverNow(outgoing);
        if (lane != null && result.isDone() && result.join() instanceof SendResult.Failed) {
            refused.add(lane);
        }
        return result;
    }

    private CompletableFuture<SendResult> handOverNow(OutgoingRecord outgoing) {
        CompletableFuture<SendResult> result = new CompletableFuture<>();
        try {
            producer.send(clientRecord(outgoing), (metadata, failure) -> result.complete(result(metadata, failure)));
        } catch (RuntimeException e) {
            result.complete(Failures.of(e));
        }
        return result;
    }

    private static ProducerRecord<byte[], byte[]> clientRecord(OutgoingRecord outgoing) {
        ProducerRecord<byte[], byte[]> converted =
                new ProducerRecord<>(outgoing.topic(), outgoing.key(), outgoing.value());
        outgoing.headers().forEach(converted.headers()::add);
        return converted;
    }

    private static SendResult result(RecordMetadata metadata, Exception failure) {
        return failure == null
                ? new SendResult.Acknowledged(metadata.partition(), metadata.offset())
                : Failures.of(failure);
    }

    private static CompletableFuture<SendResult> failed(String reason) {
        return CompletableFuture.completedFuture(new SendResult.Failed(reason, true));
    }
}
