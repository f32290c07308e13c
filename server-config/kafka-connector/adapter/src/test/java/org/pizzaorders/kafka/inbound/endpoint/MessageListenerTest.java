package org.pizzaorders.kafka.inbound.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import jakarta.resource.cci.IndexedRecord;
import jakarta.resource.cci.MappedRecord;
import jakarta.resource.cci.MessageListener;
import jakarta.resource.cci.Record;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.container.Transactions;
import org.pizzaorders.kafka.inbound.failure.Blame;

/** A bean with the listener of CCI gets what one with the connector's own gets, and keeps its dead letters. */
class MessageListenerTest {

    private static final ConsumedRecord RECORD = new ConsumedRecord(
            "topic", 1, 7, Instant.EPOCH, null, new byte[] {1}, Map.of("ce_id", List.of(new byte[] {2})));

    private final Transactions transactions = new Transactions();
    private final List<Record> received = new ArrayList<>();
    private ResourceException refusal;

    @Test
    void getsABatchAsAListOfMaps() {
        var failure = deliverer().deliver(List.of(RECORD, RECORD));

        assertThat(failure).isEmpty();
        assertThat(received).singleElement().isInstanceOf(IndexedRecord.class);
        var batch = (List<?>) received.get(0);
        assertThat(batch).hasSize(2);
        assertThat((Map<?, ?>) batch.get(0))
                .hasToString("{topic=topic, partition=1, offset=7, timestamp=1970-01-01T00:00:00Z, key=null, value="
                        + RECORD.value() + ", headers=" + RECORD.headers() + "}");
    }

    @Test
    void getsItsDeadLettersByTheSameMethod() {
        var failed = new FailedRecord(
                RECORD, FailedRecord.Reason.EXHAUSTED, List.of("a.Cause"), 3, Instant.EPOCH, Instant.EPOCH);

        var failure = deliverer().handOn(failed);

        assertThat(failure).isEmpty();
        var letter = (MappedRecord<?, ?>) received.get(0);
        assertThat(letter.getRecordName()).isEqualTo("dead letter");
        assertThat(letter.get("offset")).isEqualTo(7L);
        assertThat(letter.get("reason")).isEqualTo("EXHAUSTED");
        assertThat(letter.get("causes")).isEqualTo(List.of("a.Cause"));
        assertThat(letter.get("attempts")).isEqualTo(3);
    }

    @Test
    void saysByAnErrorCodeThatNoAttemptWillHelp() {
        refusal = new ResourceException("planted", "UNPROCESSABLE");

        var failure = deliverer().deliver(List.of(RECORD)).orElseThrow();

        assertThat(failure.blame()).isEqualTo(Blame.UNPROCESSABLE);
    }

    private Deliverer deliverer() {
        return new Deliverer(new Beans(), transactions, null, null);
    }

    private final class Beans implements MessageEndpointFactory {

        @Override
        public MessageEndpoint createEndpoint(XAResource resource) {
            return new Bean();
        }

        @Override
        public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
            return new Bean();
        }

        @Override
        public boolean isDeliveryTransacted(Method method) {
            return method.getDeclaringClass() == MessageListener.class;
        }

        @Override
        public String getActivationName() {
            return "test";
        }

        @Override
        public Class<?> getEndpointClass() {
            return Bean.class;
        }
    }

    private final class Bean implements MessageEndpoint, MessageListener {

        @Override
        public void beforeDelivery(Method method) {
            transactions.begin();
        }

        @Override
        public Record onMessage(Record record) throws ResourceException {
            received.add(record);
            if (refusal != null) {
                throw refusal;
            }
            return null;
        }

        @Override
        public void afterDelivery() {
            transactions.complete();
        }

        @Override
        public void release() {
            // nothing held
        }
    }
}
