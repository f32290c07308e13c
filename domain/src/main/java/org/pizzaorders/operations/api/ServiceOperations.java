package org.pizzaorders.operations.api;

import java.util.List;
import java.util.UUID;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/**
 * The operators' view of one service. Each service has one. No answer contains the payload of an event or other
 * personal data. Each call is one transaction, unless it says otherwise.
 */
public interface ServiceOperations {

    /** The name of the service, which is the name of its schema, such as {@code orders}. */
    String service();

    /**
     * The health of the service in this server instance: first the service itself under its own name, then its data
     * source and its relay. Runs outside transactions and may take as long as the data source does.
     */
    List<HealthCheck> health();

    /** How many events still wait in the outbox, and for how long. */
    OutboxBacklog backlog();

    /** Newest first. */
    Page<DeadLetterView> deadLetters(DeadLetterQuery query);

    /**
     * Dead letters grouped by their probable cause, the most frequent first, at most 100 groups. The page of the query
     * is ignored.
     */
    List<DeadLetterGroup> deadLetterGroups(DeadLetterQuery query);

    /**
     * @throws DeadLetterNotFound if no dead letter has that id
     */
    DeadLetterView deadLetter(UUID id);

    /**
     * Redrives or discards open dead letters and writes an audit entry, in one transaction. A worker does the rest
     * right after. If a redriven event fails again, its dead letter is soon open again, with one more attempt.
     *
     * @return how many open dead letters it changes, or with {@code dryRun} would change; ids of other dead letters are
     *     ignored
     */
    int resolve(Resolution resolution);

    /** Actions of operators on this service, newest first. */
    Page<AuditEntry> audit(PageRequest page);

    /** Writes an audit entry for an action that happens elsewhere, such as pausing a consumer of this service. */
    void record(OperatorAction action);
}
