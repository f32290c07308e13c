package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The messaging of one service: brings its schema up to date, then keeps its outbox, its inbox and its relay. Each
 * service has one subclass, {@code @Singleton @Startup} with bean-managed concurrency, and every other bean of it that
 * touches the database at start depends on that one.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class ServiceMessaging extends DueWorkTimer {

    private final Service service;
    private Outbox outbox;
    private Inbox inbox;

    protected ServiceMessaging(Service service) {
        this.service = service;
    }

    /** The service's own data source, which takes part in JTA. */
    protected abstract DataSource dataSource();

    /** The way out to the topics. Need not work yet: the relay backs off and comes again. */
    protected abstract EventPublisher publisher();

    /** For the transaction that changes the data. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Outbox outbox() {
        return outbox;
    }

    /** For the transaction that applies the events. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Inbox inbox() {
        return inbox;
    }

    @Override
    protected DueWork<?> work() {
        Migration.of(service, dataSource(), getClass().getClassLoader()).run();
        outbox = new Outbox(service, dataSource(), Clock.systemUTC(), afterCommit(), this::wake);
        inbox = new Inbox(service, dataSource());
        return new OutboxRelay(new OutboxTable(service, keepsPublished()), dataSource(), publisher());
    }

    @Override
    protected int batchSize() {
        return Settings.integer("pizza.outbox.batch-size", 500);
    }

    @Override
    protected Duration interval() {
        return Settings.duration("pizza.outbox.poll-interval", Duration.ofSeconds(1));
    }

    private static boolean keepsPublished() {
        return !Settings.duration("pizza.outbox.retention", Duration.ZERO).isZero();
    }
}
