package org.pizzaorders.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class ClientFailureTest {

    @Test
    void theTopicsThatAreRefusedAreNamed() {
        KafkaException failure = new KafkaException(new TopicAuthorizationException(Set.of("b", "a")));

        String words = ClientFailure.ofConsumer(failure, List.of("a", "b", "c"));

        assertThat(words).isEqualTo("not authorized: Read on topic a, b");
    }

    /** An answer to a heartbeat says no more. */
    @Test
    void whereTheBrokerNamesNoneThoseThatAreWantedAreNamed() {
        KafkaException failure = new TopicAuthorizationException("Topic authorization failed.");

        assertThat(ClientFailure.ofConsumer(failure, List.of("a"))).isEqualTo("not authorized: Read on topic a");
        assertThat(ClientFailure.ofConsumer(failure, List.of("a", "b")))
                .isEqualTo("not authorized: Read on one of the topics a, b");
        assertThat(ClientFailure.ofProducer(failure)).isEqualTo("not authorized: Write on a topic");
    }
}
