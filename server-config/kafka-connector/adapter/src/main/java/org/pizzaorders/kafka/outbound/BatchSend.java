package org.pizzaorders.kafka.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;

/**
 * Sends one batch through the producer. Its time is limited even without a broker: after the maximum wait without
 * progress the rest of the batch fails at once and does not block again for each record. The first record of each key
 * is sent at once. A later record of the same key is sent when the earlier ones are acknowledged, so no record
 * overtakes one that fails.
 */
final class BatchSend {

    private final Producer<byte[], byte[]> producer;
    private final Consumer<Exception> failures;
    private final long patience;
    private final Map<Lane, CompletableFuture<SendResult>> firstOfKey = new HashMap<>();
    private final WaitingRecords waiting = new WaitingRecords();
    private long deadline;

    /**
     * @param failures gets each failure, on the thread where it happened
     */
    BatchSend(Producer<byte[], byte[]> producer, Duration maxBlock, Consumer<Exception> failures) {
        this.producer = producer;
        this.failures = failures;
        this.patience = maxBlock.toNanos();
        moved();
    }

    private void moved() {
        deadline = System.nanoTime() + patience;
    }

    List<CompletableFuture<SendResult>> sendEach(List<OutgoingRecord> records) {
        List<CompletableFuture<SendResult>> results = new ArrayList<>(records.size());
        for (OutgoingRecord each : records) {
            results.add(handOverOrWait(each));
        }
        handOverWhatWaits();
        return results;
    }

    CompletableFuture<List<SendResult>> send(List<OutgoingRecord> records) {
        List<CompletableFuture<SendResult>> results = sendEach(records);
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(all -> results.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<SendResult> handOverOrWait(OutgoingRecord outgoing) {
        Lane lane = Lane.of(outgoing);
        CompletableFuture<SendResult> result = new CompletableFuture<>();
        CompletableFuture<SendResult> first = lane == null ? null : firstOfKey.putIfAbsent(lane, result);
        if (first != null) {
            return waiting.add(lane, first, outgoing);
        }
        handOver(outgoing, result);
        return result;
    }

    private void handOverWhatWaits() {
        while (!waiting.isEmpty()) {
            if (waiting.goOn(this::handOver)) {
                moved();
            } else if (!waiting.isEmpty() && !waiting.awaitAny(deadline - System.nanoTime())) {
                waiting.giveUp();
            }
        }
    }

    private void handOver(OutgoingRecord outgoing, CompletableFuture<SendResult> result) {
        if (System.nanoTime() - deadline > 0) {
            result.complete(new SendResult.Failed("no time left: the brokers do not answer", true));
            return;
        }
        try {
            producer.send(clientRecord(outgoing), (metadata, failure) -> result.complete(result(metadata, failure)));
            // The client reports also through the result that it has waited in vain.
            if (!(result.getNow(null) instanceof SendResult.Failed)) {
                moved();
            }
        } catch (RuntimeException e) {
            result.complete(failed(e));
        }
    }

    private static ProducerRecord<byte[], byte[]> clientRecord(OutgoingRecord outgoing) {
        Instant timestamp = outgoing.timestamp();
        ProducerRecord<byte[], byte[]> converted = new ProducerRecord<>(
                outgoing.topic(),
                outgoing.partition(),
                timestamp == null ? null : timestamp.toEpochMilli(),
                outgoing.key(),
                outgoing.value());
        outgoing.headers()
                .forEach((name, values) ->
                        values.forEach(value -> converted.headers().add(name, value)));
        return converted;
    }

    private SendResult result(RecordMetadata metadata, Exception failure) {
        return failure == null ? new SendResult.Acknowledged(metadata.partition(), metadata.offset()) : failed(failure);
    }

    private SendResult failed(Exception failure) {
        failures.accept(failure);
        return Failures.of(failure);
    }
}
