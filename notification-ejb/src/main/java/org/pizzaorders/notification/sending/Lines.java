package org.pizzaorders.notification.sending;

import static java.util.Objects.requireNonNull;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.pizzaorders.notification.channel.DeliveryChannel;

/**
 * The lines of a channel that are not in use. They stay open for the next messages, because a new connection costs more
 * than a message. Thread-safe.
 */
final class Lines {

    private final DeliveryChannel way;
    private final Deque<DeliveryChannel.Line> idle = new ConcurrentLinkedDeque<>();

    Lines(DeliveryChannel way) {
        this.way = requireNonNull(way, "way");
    }

    DeliveryChannel.Line take() {
        var line = idle.pollFirst();
        return line == null ? way.open() : line;
    }

    /** The one used last is taken first. */
    void giveBack(DeliveryChannel.Line line) {
        idle.addFirst(line);
    }

    void close() {
        for (var line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            line.close();
        }
    }
}
