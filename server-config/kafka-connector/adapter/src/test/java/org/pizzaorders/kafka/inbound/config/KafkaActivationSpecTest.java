package org.pizzaorders.kafka.inbound.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.InvalidPropertyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KafkaActivationSpecTest {

    private final KafkaActivationSpec spec = new KafkaActivationSpec();

    @Test
    void needsTopicsAndGroupOnly() throws Exception {
        spec.setTopics("order-events, payment-events ,");
        spec.setGroupId("payments");

        spec.validate();

        InboundSettings settings = spec.settings();
        assertThat(settings.topics().names()).containsExactly("order-events", "payment-events");
        assertThat(settings.groupId()).isEqualTo("payments");
        assertThat(settings.retries())
                .isEqualTo(new RetryPolicy(5, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 2), null));
        assertThat(settings.deadLetterTopics().of("order-events")).contains("order-events-dlq");
        assertThat(settings.transactionTimeout()).isNull();
        assertThat(settings.mayTryAgain(1_000_000)).isTrue();
        assertThat(settings.autoOffsetReset()).isEqualTo("earliest");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        spec.setTopics(" , ");
        spec.setConsumers(0);
        spec.setMaxBatchSize(-1);
        spec.setInitialBackoff("5 seconds");
        spec.setSetupInterval("PT0S");
        spec.setBackoffMultiplier(0.5);
        spec.setAutoOffsetReset("newest");
        spec.setConsumerProperties("max.poll.interval.ms");

        assertThatThrownBy(spec::validate)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("topics: name at least one topic")
                .hasMessageContaining("groupId: name the consumer group")
                .hasMessageContaining("consumers: at least one")
                .hasMessageContaining("maxBatchSize: at least one record")
                .hasMessageContaining("initialBackoff: a duration above zero like PT1S or PT5M, not \"5 seconds\"")
                .hasMessageContaining("setupInterval: a duration above zero")
                .hasMessageContaining("backoffMultiplier: 1 or more")
                .hasMessageContaining("autoOffsetReset: earliest, latest or none")
                .hasMessageContaining("consumerProperties: is no list of key=value");
    }

    @Test
    void wantsTheCapAboveTheFirstBackoff() {
        spec.setTopics("order-events");
        spec.setGroupId("payments");
        spec.setInitialBackoff("PT2M");

        assertThatThrownBy(spec::validate).hasMessageContaining("maxBackoff: no less than initialBackoff");
    }

    @Test
    void doesNotSendDeadLettersToWhatItConsumes() {
        spec.setTopics("order-events, letters");
        spec.setGroupId("payments");
        spec.setDeadLetterTopic(" letters ");

        assertThatThrownBy(spec::validate).hasMessageContaining("deadLetterTopic: none of the topics");
    }

    @Test
    void aPatternStandsInPlaceOfTopicsAndLeavesDeadLettersOut() throws Exception {
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setGroupId("all");
        spec.setTopicPattern(".*-events.*");

        TopicSelection topics = spec.settings().topics();

        assertThat(topics.includes("order-events")).isTrue();
        assertThat(topics.includes("order-events-dlq")).isFalse();
        assertThat(topics.includes("orders")).isFalse();
        spec.setTopics("order-events");
        assertThatThrownBy(spec::validate).hasMessageContaining("topicPattern: in place of topics");
        spec.setTopics(null);
        spec.setTopicPattern("(");
        assertThatThrownBy(spec::validate).hasMessageContaining("topicPattern: a regular expression");
    }

    @Test
    void keepsFreePropertiesOutOfItsText() {
        spec.setConsumerProperties("ssl.key.password=hidden");

        assertThat(spec.toString()).doesNotContain("hidden");
    }
}
