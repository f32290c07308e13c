package org.pizzaorders.kafka.inbound.session;

import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Pauses and resumes partitions. With the new protocol a thread of the client may take a partition away at any time, and
 * the client then refuses the whole call. Only for the poll thread.
 */
record Fetching(Consumer<byte[], byte[]> consumer) {

    private interface Change {
        void of(Collection<TopicPartition> partitions);
    }

    void pause(Collection<TopicPartition> partitions) {
        change(consumer::pause, partitions);
    }

    void resume(Collection<TopicPartition> partitions) {
        change(consumer::resume, partitions);
    }

    /** In one call, because each one waits for the client's thread; one by one only if that is refused. */
    private static void change(Change change, Collection<TopicPartition> partitions) {
        if (!isRefused(change, partitions)) {
            return;
        }
        for (TopicPartition each : partitions) {
            if (isRefused(change, Set.of(each))) {
                System.getLogger(Fetching.class.getName())
                        .log(System.Logger.Level.DEBUG, "{0} was taken away meanwhile", each);
            }
        }
    }

    private static boolean isRefused(Change change, Collection<TopicPartition> partitions) {
        try {
            change.of(partitions);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
