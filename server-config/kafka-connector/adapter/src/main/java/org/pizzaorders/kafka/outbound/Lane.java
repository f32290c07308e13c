package org.pizzaorders.kafka.outbound;

import java.util.Arrays;
import org.pizzaorders.kafka.api.OutgoingRecord;

/** The topic and key of records that must stay in sequence. */
final class Lane {

    private final String topic;
    private final byte[] key;
    private final int hash;

    private Lane(String topic, byte[] key) {
        this.topic = topic;
        this.key = key;
        this.hash = 31 * topic.hashCode() + Arrays.hashCode(key);
    }

    /**
     * @return null for a record without a key, which has no sequence
     */
    static Lane of(OutgoingRecord outgoing) {
        return outgoing.key() == null ? null : new Lane(outgoing.topic(), outgoing.key());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lane that
                && hash == that.hash
                && topic.equals(that.topic)
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
