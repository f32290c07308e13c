package org.pizzaorders.kafka.inbound.config;

import static org.apache.kafka.clients.consumer.GroupProtocol.CLASSIC;
import static org.apache.kafka.clients.consumer.GroupProtocol.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;

class ProtocolChoiceTest {

    private static final UnsupportedVersionException REFUSED = new UnsupportedVersionException("planted");

    @Test
    void beginsWithTheNewOneAndFallsBackWhereTheBrokersLackIt() throws Exception {
        ProtocolChoice choice = choice("auto", "");
        assertThat(choice.current()).isEqualTo(CONSUMER);

        assertThat(choice.fallsBackAfter(new KafkaException("planted"))).isFalse();
        assertThat(choice.current()).isEqualTo(CONSUMER);
        assertThat(choice.fallsBackAfter(REFUSED)).isTrue();

        assertThat(choice.current()).isEqualTo(CLASSIC);
    }

    @Test
    void staysWithTheOneThatIsForced() throws Exception {
        ProtocolChoice choice = choice("consumer", "");

        assertThat(choice.fallsBackAfter(REFUSED)).isFalse();

        assertThat(choice.current()).isEqualTo(CONSUMER);
        assertThat(choice("classic", "").current()).isEqualTo(CLASSIC);
        assertThat(choice("auto", "group.protocol=classic").current()).isEqualTo(CLASSIC);
        assertThat(choice("classic", "group.protocol=consumer").current()).isEqualTo(CLASSIC);
    }

    @Test
    void takesTheClassicOneWhereItsSettingsAreGiven() throws Exception {
        assertThat(choice("auto", "session.timeout.ms=10000").current()).isEqualTo(CLASSIC);
    }

    private static ProtocolChoice choice(String protocol, String consumerProperties) throws Exception {
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setTopics("order-events");
        spec.setGroupId("payments");
        spec.setGroupProtocol(protocol);
        spec.setConsumerProperties(consumerProperties);
        return ProtocolChoice.of(Map.of(), spec.settings());
    }
}
