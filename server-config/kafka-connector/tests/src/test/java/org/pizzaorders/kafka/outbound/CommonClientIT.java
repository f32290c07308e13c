package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.cci.IndexedRecord;
import jakarta.resource.cci.MappedRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.TestTopic;

/** Whoever sees only the Common Client Interface of Connectors publishes as well. */
class CommonClientIT {

    private Container container;
    private TestTopic topic;
    private ConnectionFactory factory;

    @BeforeEach
    void startContainer() throws Exception {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 2);
        container = new Container(brokers);
        KafkaManagedConnectionFactory managed = new KafkaManagedConnectionFactory();
        managed.setResourceAdapter(container.adapter());
        factory = (ConnectionFactory) managed.createConnectionFactory();
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    void sendsRecordsAndTellsTheOutcomeOfEach() throws Exception {
        List<MappedRecord<?, ?>> outcomes = send(record(topic.name()), record(topic.name() + ".absent"));

        assertThat(outcomes).extracting(MappedRecord::getRecordName).containsExactly("acknowledged", "failed");
        assertThat(outcomes.get(0).get("offset")).isEqualTo(0L);
        assertThat(outcomes.get(1).get("retriable")).isInstanceOf(Boolean.class);
        assertThat(topic.records()).singleElement().satisfies(sent -> {
            assertThat(sent.value()).isEqualTo("value");
            assertThat(sent.headers().lastHeader("ce_id").value()).isEqualTo("id".getBytes(UTF_8));
        });
    }

    @Test
    void refusesWhatIsNoRecordOfATopic() throws Exception {
        var singleValue = record(topic.name());
        singleValue.put("headers", Map.of("ce_id", "id".getBytes(UTF_8)));
        var nowhere = record(topic.name());
        nowhere.put("partition", -1);

        for (Object each : List.of("no map", singleValue, nowhere, Map.of())) {
            IndexedRecord<Object> odd = factory.getRecordFactory().createIndexedRecord("odd");
            odd.add(each);
            Connection connection = factory.getConnection();

            assertThatThrownBy(() -> connection.createInteraction().execute(null, odd))
                    .isInstanceOf(NotSupportedException.class);
        }
    }

    private MappedRecord<String, Object> record(String name) throws Exception {
        MappedRecord<String, Object> record = factory.getRecordFactory().createMappedRecord("record");
        record.put("topic", name);
        record.put("key", "key".getBytes(UTF_8));
        record.put("value", "value".getBytes(UTF_8));
        record.put("headers", Map.of("ce_id", List.of("id".getBytes(UTF_8))));
        return record;
    }

    @SafeVarargs
    private List<MappedRecord<?, ?>> send(MappedRecord<String, Object>... records) throws Exception {
        IndexedRecord<Object> batch = factory.getRecordFactory().createIndexedRecord("batch");
        batch.addAll(List.of(records));
        Connection connection = factory.getConnection();
        try {
            return ((List<?>) connection.createInteraction().execute(null, batch))
                    .stream()
                            .<MappedRecord<?, ?>>map(stage -> (MappedRecord<?, ?>) ((CompletionStage<?>) stage)
                                    .toCompletableFuture()
                                    .join())
                            .toList();
        } finally {
            connection.close();
        }
    }
}
