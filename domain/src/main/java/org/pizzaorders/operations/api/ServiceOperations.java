package org.pizzaorders.operations.api;

import java.util.List;
import java.util.UUID;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/**
 * One service, as its operators see it. Each service has one. No answer holds the payload of an event, or anything else
 * of a person. Each call is one transaction, but for what says otherwise.
 */
public interface ServiceOperations {

    /** Which service it is, by the name of its schema: {@code orders}. */
    String service();

    /**
     * How it fares in this server instance: itself, under its own name, then its data source and its relay. In no
     * transaction, and for as long as its data source takes.
     */
    List<HealthCheck> health();

    /** How far behind its events are. */
    OutboxBacklog backlog();

    /** Newest first. */
    Page<DeadLetterView> deadLetters(DeadLetterQuery query);

    /** What looks like one and the same trouble, the most frequent first, at most 100. The page is of no account. */
    List<DeadLetterGroup> deadLetterGroups(DeadLetterQuery query);

    /** @throws DeadLetterNotFound if there is none of that id */
    DeadLetterView deadLetter(UUID id);

    /**
     * Redrives or discards dead letters that are open, and has it in the audit, in one transaction. What follows from it
     * is done by a worker right after: a redriven one may be back among the open soon, with one more attempt.
     *
     * @return how many open dead letters it touches, or with {@code dryRun} would touch; ids of others are passed over
     */
    int resolve(Resolution resolution);

    /** Actions of operators on this service, newest first. */
    Page<AuditEntry> audit(PageRequest page);

    /** Has an action in the audit that something else takes, such as to pause a consumer of this service. */
    void record(OperatorAction action);
}
