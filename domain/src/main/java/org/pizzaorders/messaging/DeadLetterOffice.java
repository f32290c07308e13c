package org.pizzaorders.messaging;

import javax.sql.DataSource;
import org.pizzaorders.operations.api.OutboxBacklog;

/** The inbox of one service, and all that happens to events which it cannot apply. Thread-safe. */
public final class DeadLetterOffice {

    private final Inbox inbox;
    private final DeadLetters letters;
    private final OutgoingDeadLetters outgoing;
    private final OperatorActions audit;
    private final DeadLetterArchive archive;
    private final DeadLetterDecisions decisions;
    private final Redriver redriver;
    private final Backlog backlog;

    DeadLetterOffice(
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

    Inbox inbox() {
        return inbox;
    }

    DeadLetters letters() {
        return letters;
    }

    OutgoingDeadLetters outgoing() {
        return outgoing;
    }

    OperatorActions audit() {
        return audit;
    }

    DeadLetterArchive archive() {
        return archive;
    }

    DeadLetterDecisions decisions() {
        return decisions;
    }

    OutboxBacklog backlog() {
        return backlog.read();
    }

    Redriver redriver() {
        return redriver;
    }
}
