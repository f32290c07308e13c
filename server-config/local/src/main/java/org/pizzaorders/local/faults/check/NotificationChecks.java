package org.pizzaorders.local.faults.check;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.pizzaorders.local.faults.check.Check.each;
import static org.pizzaorders.local.faults.check.Check.unless;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pizzaorders.local.faults.evidence.Evidence;
import org.pizzaorders.local.faults.evidence.Evidence.Delivery;
import org.pizzaorders.local.faults.evidence.Evidence.Notification;
import org.pizzaorders.local.faults.evidence.Evidence.Order;
import org.pizzaorders.local.faults.evidence.OutsideWorld.Message;
import org.pizzaorders.local.faults.evidence.TopicEvent;

/** Checks the messages that customers got. */
public final class NotificationChecks {

    private NotificationChecks() {}

    public static List<Check> of(Evidence evidence) {
        return List.of(onePerEvent(evidence), onePerChannel(evidence), sent(evidence), settled(evidence));
    }

    private static Check onePerEvent(Evidence evidence) {
        Map<String, List<Notification>> rows = evidence.notifications().stream()
                .filter(notification -> notification.event() != null)
                .collect(groupingBy(notification -> notification.event() + " " + notification.template()));
        Map<String, Set<String>> channels = evidence.deliveries().stream()
                .collect(groupingBy(Delivery::notification, mapping(Delivery::channel, toSet())));
        Map<String, Order> orders = evidence.orders().stream().collect(toMap(Order::id, identity()));
        Map<String, TopicEvent> events = new LinkedHashMap<>();
        evidence.events().forEach(event -> events.putIfAbsent(event.id(), event));
        return each(
                "One notification per event that customers are notified of, on the right channels",
                events.values(),
                event -> {
                    Set<String> wanted = channels(orders.get(event.key()), event, evidence.notified());
                    List<Set<String>> found = rows.getOrDefault(event.id() + " " + event.type(), List.of()).stream()
                            .map(notification -> channels.getOrDefault(notification.id(), Set.of()))
                            .toList();
                    return unless(
                            found.equals(wanted.isEmpty() ? List.of() : List.of(wanted)),
                            event.type() + " " + event.id() + " of " + event.key() + " has " + found + ", not "
                                    + wanted);
                });
    }

    /** Channels for which the customer has an address: each has an e-mail address, some have a phone. */
    private static Set<String> channels(Order order, TopicEvent event, Set<String> notified) {
        return (order.hasPhone() ? Stream.of("EMAIL", "SMS") : Stream.of("EMAIL"))
                .filter(channel -> notified.contains(event.type() + " " + channel))
                .collect(toSet());
    }

    private static Check onePerChannel(Evidence evidence) {
        Map<String, Long> rows = evidence.deliveries().stream()
                .collect(groupingBy(delivery -> delivery.notification() + " " + delivery.channel(), counting()));
        return each(
                "One delivery per notification and channel",
                rows.entrySet(),
                row -> unless(row.getValue() == 1, row.getKey() + " has " + row.getValue()));
    }

    private static Check sent(Evidence evidence) {
        Map<String, Long> arrived = evidence.world().messages().stream().collect(groupingBy(Message::id, counting()));
        List<Delivery> sent = evidence.deliveries().stream()
                .filter(delivery -> delivery.status().equals("SENT"))
                .toList();
        long twice = arrived.values().stream().filter(count -> count > 1).count();
        return each(
                        "Every message that counts as sent has arrived",
                        sent,
                        delivery -> unless(
                                arrived.containsKey(delivery.id()), delivery.channel() + " delivery " + delivery.id()))
                .noting(twice + " mails came more than once");
    }

    private static Check settled(Evidence evidence) {
        List<Notification> open = evidence.notifications().stream()
                .filter(notification -> !notification.status().equals("SENT"))
                .toList();
        return new Check(
                "Every notification is sent",
                evidence.notifications().size(),
                open.stream()
                        .map(notification ->
                                notification.template() + " " + notification.id() + " is " + notification.status())
                        .toList(),
                "");
    }
}
