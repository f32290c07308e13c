package org.pizzaorders.local.bench.phase;

import java.time.Duration;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.reference.EventTopic;

/** Fills an outbox and waits until all is on the topic. */
final class Drain {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Lab lab;
    private final String schema;
    private final EventTopic topic;

    /** @param schema whose outbox is filled; only the application's own is read by its relay */
    Drain(Lab lab, String schema, EventTopic topic) {
        this.lab = lab;
        this.schema = schema;
        this.topic = topic;
    }

    /** Returns the events per second, from the commit of all to the arrival of the last one. */
    double of(int events) {
        long before = topic.size();
        lab.template().fillOutbox(lab.superuser(), schema, topic.name(), topic.name() + before, events);
        if ("orders".equals(schema)) {
            // The commit of an order wakes the relay at once. Otherwise it looks each half second.
            lab.shop().order();
        }
        return events * 1000.0 / topic.await(before + events, PATIENCE).toMillis();
    }
}
