package org.pizzaorders.messaging;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.Expiry;

/** How long the rows in the messaging tables of each service are kept. */
final class MessagingExpiries {

    /** Zero: published events are deleted at once. */
    static final String OUTBOX = "pizza.outbox.retention";

    private static final String OPERATORS = "pizza.audit.retention";
    private static final Duration YEAR = Duration.ofDays(365);

    private MessagingExpiries() {}

    /**
     * The inbox must remember events for longer than the topics keep them: an event that the inbox forgot would be
     * applied again. A settled dead letter that is still due stays, because it must first release the queue behind it.
     */
    static List<Expiry> of(Service service) {
        return List.of(
                new Expiry(service.table("outbox_events"), "published_at", "", OUTBOX, Duration.ZERO),
                new Expiry(
                        service.table("processed_events"),
                        "processed_at",
                        "",
                        "pizza.inbox.retention",
                        Duration.ofDays(14)),
                new Expiry(
                        service.table("idempotency_keys"),
                        "created_at",
                        "",
                        "pizza.idempotency.retention",
                        Duration.ofDays(1)),
                new Expiry(
                        service.table("dead_letters"),
                        "resolved_at",
                        "t.next_attempt_at is null",
                        "pizza.dead-letters.retention",
                        Duration.ofDays(30)),
                new Expiry(service.table("operator_actions"), "taken_at", "", OPERATORS, YEAR),
                new Expiry(service.table("circuit_breakers"), "changed_at", "t.override = 'NONE'", OPERATORS, YEAR));
    }
}
