package org.pizzaorders.kafka.inbound.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerPropertiesTest {

    @Test
    void letsNobodyTurnOnAutomaticCommits() throws Exception {
        Map<String, Object> properties = properties("enable.auto.commit=true;max.poll.records=1;fetch.min.bytes=7");

        assertThat(properties)
                .containsEntry("enable.auto.commit", false)
                .containsEntry("max.poll.records", 100)
                .containsEntry("fetch.min.bytes", "7")
                .containsEntry("bootstrap.servers", "broker:9092");
    }

    @Test
    void leavesTheAssignmentToTheBrokerUnderTheNewGroupProtocol() throws Exception {
        assertThat(properties("group.protocol=classic")).containsKey("partition.assignment.strategy");
        assertThat(properties("group.protocol=consumer")).doesNotContainKey("partition.assignment.strategy");
    }

    @Test
    void namesEachConsumerApart() throws Exception {
        assertThat(properties("group.instance.id=till;client.id=shop"))
                .containsEntry("group.instance.id", "till-1")
                .containsEntry("client.id", "shop-1");
        assertThat(properties("")).containsEntry("client.id", "payments-1").doesNotContainKey("group.instance.id");
    }

    private static Map<String, Object> properties(String own) throws Exception {
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setTopics("order-events");
        spec.setGroupId("payments");
        spec.setConsumerProperties(own);
        Map<String, Object> connection = Map.of("bootstrap.servers", "broker:9092");
        ProtocolChoice protocol = ProtocolChoice.of(connection, spec.settings());
        return ConsumerProperties.of(connection, spec.settings(), protocol.current(), 1);
    }
}
