package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;

/** With a client whose answers the test gives: a real broker cannot be told which record expires. */
class BatchSendTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Client client = new Client();

    @Test
    void sendsNoneOfAKeyAfterOneThatHasExpired() {
        var results = send(LONG, "a", "b", "a", "a", "b");
        client.awaitSent("a0", "b1");

        client.expire(0);
        client.acknowledge(1);
        client.awaitSent("a0", "b1", "b4");
        client.acknowledge(2);

        assertThat(acknowledged(results)).containsExactly(false, true, false, false, true);
    }

    @Test
    void sendsTheNextOfAKeyOnceTheOneBeforeIsThereAndWaitsForNoOtherKey() {
        var results = send(LONG, "a", "a", "b", "b");
        client.awaitSent("a0", "b2");

        client.acknowledge(1);
        client.awaitSent("a0", "b2", "b3");
        client.acknowledge(0);
        client.awaitSent("a0", "b2", "b3", "a1");
        client.acknowledge(2);
        client.acknowledge(3);

        assertThat(acknowledged(results)).containsExactly(true, true, true, true);
    }

    @Test
    void givesTheRestOfAKeyBackToTheCallerWhenNoAnswerComesInTime() {
        var batch = new BatchSend(client.producer, Duration.ofSeconds(1), failure -> {}).sendEach(records("a", "a"));

        assertThat(batch.get(0)).isNotDone();
        assertThat(batch.get(1)).isDone();
        assertThat(batch.get(1).join()).isInstanceOf(SendResult.Failed.class);
        assertThat(client.sent).containsExactly("a0");
    }

    @Test
    void goesOnForAsLongAsTheClientTakesRecords() {
        client.takesMillis = 30;

        var batch = new BatchSend(client.producer, Duration.ofMillis(100), failure -> {})
                .sendEach(records("a", "b", "c", "d", "e", "f", "g", "h"));

        assertThat(batch).noneMatch(CompletableFuture::isDone);
    }

    private CompletableFuture<List<SendResult>> send(Duration patience, String... keys) {
        return CompletableFuture.supplyAsync(() -> new BatchSend(client.producer, patience, failure -> {})
                .send(records(keys))
                .join());
    }

    private static List<OutgoingRecord> records(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(each -> new OutgoingRecord(
                        "topic", keys[each].getBytes(UTF_8), (keys[each] + each).getBytes(UTF_8), Map.of()))
                .toList();
    }

    private static List<Boolean> acknowledged(CompletableFuture<List<SendResult>> results) {
        return results.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join().stream()
                .map(SendResult.Acknowledged.class::isInstance)
                .toList();
    }

    /** Takes records and answers when it is told to. */
    private static final class Client {

        private final List<String> sent = new CopyOnWriteArrayList<>();
        private final List<Callback> callbacks = new CopyOnWriteArrayList<>();
        private long takesMillis;

        @SuppressWarnings("unchecked")
        private final Producer<byte[], byte[]> producer = (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    TimeUnit.MILLISECONDS.sleep(takesMillis);
                    callbacks.add((Callback) arguments[1]);
                    sent.add(new String(((ProducerRecord<byte[], byte[]>) arguments[0]).value(), UTF_8));
                    return null;
                });

        private void awaitSent(String... values) {
            await().atMost(SOON).until(() -> sent.equals(List.of(values)));
        }

        private void expire(int number) {
            callbacks.get(number).onCompletion(null, new TimeoutException("planted"));
        }

        private void acknowledge(int number) {
            TopicPartition partition = new TopicPartition("topic", 0);
            callbacks.get(number).onCompletion(new RecordMetadata(partition, number, 0, -1, -1, -1), null);
        }
    }
}
