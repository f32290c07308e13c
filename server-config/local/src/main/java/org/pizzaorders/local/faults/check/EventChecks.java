package org.pizzaorders.local.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.pizzaorders.local.faults.check.Check.each;
import static org.pizzaorders.local.faults.check.Check.unless;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pizzaorders.local.faults.evidence.Evidence;
import org.pizzaorders.local.faults.evidence.TopicEvent;

/** Compares the events on the topics with each other, with the databases and with the inboxes. */
public final class EventChecks {

    /** Which services apply the events of a topic. */
    private static final Map<String, List<String>> AUDIENCE = Map.of(
            "order-events", List.of("payments", "notifications"), "payment-events", List.of("orders", "notifications"));

    private final Evidence evidence;
    private final Map<String, List<TopicEvent>> perAggregate;

    private EventChecks(Evidence evidence) {
        this.evidence = evidence;
        this.perAggregate = evidence.events().stream()
                .collect(groupingBy(TopicEvent::aggregate, LinkedHashMap::new, Collectors.toList()));
    }

    public static List<Check> of(Evidence evidence) {
        EventChecks checks = new EventChecks(evidence);
        return List.of(
                checks.createdOnce(),
                checks.gapless(),
                checks.oneIdPerVersion(),
                checks.allOnTopics(),
                checks.noStrangers(),
                checks.applied());
    }

    /** Counts the repetitions: events on the topics after the first arrival of each. */
    public static long duplicates(Evidence evidence) {
        return evidence.events().size()
                - evidence.events().stream().map(TopicEvent::id).distinct().count();
    }

    private Check createdOnce() {
        Map<String, Set<String>> created = evidence.events().stream()
                .filter(event -> event.type().equals("OrderCreated"))
                .collect(groupingBy(TopicEvent::subject, Collectors.mapping(TopicEvent::id, toSet())));
        return each("One OrderCreated per order", evidence.orders(), order -> {
            Set<String> ids = created.getOrDefault(order.id(), Set.of());
            return unless(ids.size() == 1, "order " + order.id() + " has " + ids);
        });
    }

    private Check gapless() {
        return each("Versions have no gaps and arrive in order the first time", perAggregate.entrySet(), aggregate -> {
            Set<String> seen = new HashSet<>();
            List<Integer> versions = aggregate.getValue().stream()
                    .filter(event -> seen.add(event.id()))
                    .map(TopicEvent::version)
                    .toList();
            List<Integer> wanted =
                    IntStream.rangeClosed(1, versions.size()).boxed().toList();
            return unless(versions.equals(wanted), aggregate.getKey() + ": " + versions);
        });
    }

    private Check oneIdPerVersion() {
        Map<String, Set<String>> ids = evidence.events().stream()
                .collect(groupingBy(
                        event -> event.aggregate() + " version " + event.version(),
                        Collectors.mapping(TopicEvent::id, toSet())));
        return each(
                        "Duplicates carry the same event id",
                        ids.entrySet(),
                        version -> unless(version.getValue().size() == 1, version.getKey() + ": " + version.getValue()))
                .noting(duplicates(evidence) + " duplicates");
    }

    /** The event number in each aggregate's row must be the number of its last event on the topic. */
    private Check allOnTopics() {
        Stream<Map.Entry<String, Integer>> rows = Stream.concat(
                evidence.orders().stream().map(order -> Map.entry("order-events " + order.id(), order.eventVersion())),
                evidence.payments().stream()
                        .map(payment -> Map.entry("payment-events " + payment.id(), payment.eventVersion())));
        return each("All events of the databases are on the topics, and no others", rows.toList(), row -> {
            int published = perAggregate.getOrDefault(row.getKey(), List.of()).stream()
                    .mapToInt(TopicEvent::version)
                    .max()
                    .orElse(0);
            return unless(
                    published == row.getValue(), row.getKey() + ": " + published + " published of " + row.getValue());
        });
    }

    private Check noStrangers() {
        return each(
                        "No event belongs to an order that does not exist",
                        evidence.strangers(),
                        event -> List.of(event.type() + " " + event.id() + " of " + event.key()))
                .noting("among all events");
    }

    private Check applied() {
        Map<String, TopicEvent> events = new LinkedHashMap<>();
        evidence.events().stream()
                .filter(event -> AUDIENCE.containsKey(event.topic()))
                .forEach(event -> events.putIfAbsent(event.id(), event));
        return each(
                "All consumers applied every event",
                events.values(),
                event -> AUDIENCE.get(event.topic()).stream()
                        .filter(service -> !evidence.applied().get(service).contains(event.id()))
                        .map(service -> event.type() + " " + event.id() + " of " + event.key() + " by " + service)
                        .toList());
    }
}
