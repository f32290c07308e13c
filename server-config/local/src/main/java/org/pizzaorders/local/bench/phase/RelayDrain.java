package org.pizzaorders.local.bench.phase;

import java.nio.file.Path;
import java.time.Duration;
import org.pizzaorders.local.bench.cost.Counted;
import org.pizzaorders.local.bench.lab.Lab;
import org.pizzaorders.local.bench.reference.Debezium;
import org.pizzaorders.local.bench.reference.EventTopic;
import org.pizzaorders.local.bench.reference.PlainProducer;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.part.LocalRunException;

/**
 * How fast the relay brings events from the outbox to Kafka, beside Debezium's engine, and beside Kafka's producer, which
 * reads no table at all. Each has the same warm-up. Leaves the consumers paused.
 */
final class RelayDrain implements Phase.Measurement {

    private static final String SOURCE = "order-events";
    private static final int WARM_UP = 100_000;
    private static final int EVENTS = 200_000;

    @Override
    public void measure(Lab lab) {
        lab.shop().consumers(true);
        lab.template();
        double relay = relay(lab);
        double producer = producer(lab);
        lab.report(Figure.of("P4", "Kafka's producer alone", producer, "events/s"));
        lab.report(Figure.of("P4", "relay of the producer", relay / producer, ""));
        try {
            double debezium = debezium(lab);
            lab.report(
                    Figure.of("P4", "relay of Debezium", relay / debezium, "").goal("2"));
        } catch (LocalRunException e) {
            lab.report(Figure.missing("P4", "Debezium's engine", e.getMessage()));
        }
    }

    private static double relay(Lab lab) {
        try (EventTopic topic = new EventTopic(lab.stack().kafka().bootstrapServers(), "bench-relay")) {
            Drain drain = new Drain(lab, "orders", topic);
            drain.of(WARM_UP);
            Counted before = lab.costs().now();
            double rate = drain.of(EVENTS);
            lab.report(Figure.of("P4", "relay, " + EVENTS + " events", rate, "events/s")
                    .costing(lab.costs().since(before).each(EVENTS)));
            return rate;
        }
    }

    private static double producer(Lab lab) {
        String servers = lab.stack().kafka().bootstrapServers();
        try (EventTopic topic = new EventTopic(servers, "bench-producer");
                PlainProducer producer = new PlainProducer(servers, SOURCE)) {
            producer.send(topic.name(), WARM_UP);
            Duration took = producer.send(topic.name(), EVENTS);
            return EVENTS * 1000.0 / took.toMillis();
        }
    }

    private static double debezium(Lab lab) {
        String servers = lab.stack().kafka().bootstrapServers();
        try (EventTopic topic = new EventTopic(servers, "bench-debezium");
                Debezium engine = Debezium.start(
                        lab.superuser(),
                        lab.stack().postgres().port(),
                        servers,
                        lab.home().resolve("debezium"),
                        Path.of(System.getProperty("bench.debezium")),
                        SOURCE)) {
            Drain drain = new Drain(lab, "reference", topic);
            drain.of(WARM_UP);
            Counted before = lab.costs().now();
            Duration cpu = engine.cpu();
            double rate = drain.of(EVENTS);
            Counted used =
                    lab.costs().since(before).with("Debezium", engine.cpu().minus(cpu));
            lab.report(Figure.of("P4", "Debezium's engine, " + EVENTS + " events", rate, "events/s")
                    .costing(used.each(EVENTS)));
            return rate;
        }
    }
}
