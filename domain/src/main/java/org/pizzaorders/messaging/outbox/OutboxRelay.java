package org.pizzaorders.messaging.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueWork;

/**
 * Sends events from the outbox to their topic. Only one relay at a time works on an outbox, and it keeps this role as
 * long as it works. The relays of other instances are on standby: they try to take its lock at each tick, and pass
 * their wake-ups on to it.
 *
 * <p>If the process dies after the broker's acknowledgement and before the row is settled, the event is sent again with
 * the same id. The inboxes of the consumers drop it.
 */
public final class OutboxRelay implements DueWork<OutgoingEvent> {

    private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());
    private static final Duration PATIENCE_AT_REST = Duration.ofSeconds(5);

    private final Service service;
    private final OutboxTable table;
    private final DataSource dataSource;
    private final EventPublisher publisher;
    private final UnsendableEvents unsendable;
    private final WakeUps wakeUps;
    private final AtomicBoolean news = new AtomicBoolean();

    /** Both are null while this instance is not the relay. Only the worker's rounds use them, one at a time. */
    private RelaySession session;

    private volatile RelayFlow flow;

    private volatile boolean stopping;

    /**
     * @param dataSource connections outside any transaction
     * @param keepsPublished whether published rows stay until the retention purges them
     * @param wake runs a round soon, on a thread of the executor
     */
    public OutboxRelay(
            Service service,
            DataSource dataSource,
            EventPublisher publisher,
            UnsendableEvents unsendable,
            boolean keepsPublished,
            Executor executor,
            Runnable wake) {
        this(
                service,
                new OutboxTable(service, keepsPublished),
                dataSource,
                publisher,
                unsendable,
                new WakeUps(service, dataSource, executor, wake));
    }

    OutboxRelay(
            Service service,
            OutboxTable table,
            DataSource dataSource,
            EventPublisher publisher,
            UnsendableEvents unsendable,
            WakeUps wakeUps) {
        this.service = service;
        this.table = table;
        this.dataSource = dataSource;
        this.publisher = publisher;
        this.unsendable = unsendable;
        this.wakeUps = wakeUps;
    }

    /** Says that this instance has committed events; wake the worker after it. Any thread. */
    public void hasNews() {
        news.set(true);
    }

    /** Any thread. */
    public boolean isRelaying() {
        return flow != null;
    }

    @Override
    public void woken() {
        var current = flow;
        if (current != null) {
            current.nudge();
        }
    }

    @Override
    public void stopping() {
        stopping = true;
        var current = flow;
        if (current != null) {
            current.stop();
        }
        wakeUps.stop();
    }

    @Override
    public List<OutgoingEvent> claim(int limit) {
        if (stopping) {
            return List.of();
        }
        try {
            if (flow != null && session.isStale()) {
                rest();
            }
            if (flow == null && !takeOver(limit)) {
                if (news.getAndSet(false)) {
                    wakeUps.passOn();
                }
                return List.of();
            }
            news.set(false);
            wakeUps.listen();
            return flow.next();
        } catch (SQLException e) {
            throw new StorageException("relay the outbox", e);
        }
    }

    private boolean takeOver(int page) throws SQLException {
        session = RelaySession.open(dataSource, lock(service)).orElse(null);
        if (session == null) {
            return false;
        }
        flow = new RelayFlow(session, table, unsendable, page);
        LOG.log(Level.DEBUG, "This instance is the relay of {0} now", service);
        return true;
    }

    /** Advisory locks have numbers that are unique in the whole database. */
    static long lock(Service service) {
        return service.table("outbox_events").hashCode();
    }

    @Override
    public void attempt(List<OutgoingEvent> claimed) {
        flow.send(claimed, publisher);
    }

    @Override
    public void rest() {
        if (flow == null) {
            return;
        }
        wakeUps.listenNoMore();
        try {
            flow.drain(PATIENCE_AT_REST);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Events that were on their way will be sent again", e);
        } finally {
            flow = null;
            session.close();
            session = null;
        }
    }
}
