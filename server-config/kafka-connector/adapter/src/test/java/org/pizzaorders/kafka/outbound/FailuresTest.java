package org.pizzaorders.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void giveUpOnTheRecordOnlyWhereTheRecordIsToBlame() {
        assertThat(Failures.of(new RecordTooLargeException("big")).retriable()).isFalse();
        assertThat(Failures.of(new InvalidTopicException("a b")).retriable()).isFalse();
        assertThat(Failures.of(new TimeoutException("late")).retriable()).isTrue();
        assertThat(Failures.of(new UnknownTopicOrPartitionException("gone")).retriable())
                .isTrue();
        assertThat(Failures.of(new TopicAuthorizationException("no")).retriable())
                .isTrue();
    }
}
