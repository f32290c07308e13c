package org.pizzaorders.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.pizzaorders.messaging.inbox.Inbox;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.messaging.outbox.Backlog;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.messaging.outbox.UnsendableEvents;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.OutboxBacklog;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.AfterCommit;

/** The inbox of one service, and everything that handles events which the service cannot apply. Thread-safe. */
public final class DeadLetterOffice {

    private final Inbox inbox;
    private final DeadLetters letters;
    private final OutgoingDeadLetters outgoing;
    private final OperatorActions audit;
    private final DeadLetterArchive archive;
    private final DeadLetterDecisions decisions;
    private final Redriver redriver;
    private final Backlog backlog;

    public DeadLetterOffice(
            Service service,
            DataSource dataSource,
            Outbox outbox,
            DeadLetterCipher cipher,
            AfterCommit afterCommit,
            Runnable wakeRelay) {
        var parked = new ParkingLot(service, dataSource, cipher);
        inbox = new Inbox(service, dataSource, parked);
        letters = new DeadLetters(service, dataSource, inbox, outbox, parked);
        outgoing = new OutgoingDeadLetters(service, dataSource, afterCommit, wakeRelay);
        audit = new OperatorActions(service, dataSource);
        archive = new DeadLetterArchive(service, dataSource);
        decisions = new DeadLetterDecisions(service, dataSource, audit, outgoing);
        backlog = new Backlog(service, dataSource);
        redriver = new Redriver(service, dataSource, parked, cipher);
    }

    /** For the transaction that applies the events. */
    public Inbox inbox() {
        return inbox;
    }

    /** For the transaction that stores what a consumer gives up. */
    public DeadLetters letters() {
        return letters;
    }

    /** Stores events that their topic will never accept, for the relay. */
    public UnsendableEvents unsendable() {
        return outgoing::add;
    }

    public OperatorActions audit() {
        return audit;
    }

    public OutboxBacklog backlog() {
        return backlog.read();
    }

    public Page<DeadLetterView> list(DeadLetterQuery query) {
        return archive.list(query);
    }

    public List<DeadLetterGroup> groups(DeadLetterQuery query) {
        return archive.groups(query);
    }

    public Optional<DeadLetterView> find(UUID id) {
        return archive.find(id);
    }

    /**
     * Does what an operator has decided, in the transaction of this thread.
     *
     * @return how many it touched, or would touch
     */
    public int resolve(Resolution resolution) {
        return decisions.resolve(resolution);
    }

    /**
     * Applies a dead letter, or an event parked behind one, in the transaction of this thread.
     *
     * @param handler the event handlers of the service, by the name of the consumer; their exceptions go to the caller
     */
    public void redrive(UUID id, BiConsumer<String, List<IncomingEvent>> handler) {
        redriver.proceed(id, handler);
    }

    /** Opens a redriven dead letter again, so that it waits for an operator. In the transaction of this thread. */
    public void failedAgain(UUID id, Failure failure) {
        letters.failed(id, failure);
    }

    Redriver redriver() {
        return redriver;
    }
}
