package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.pizzaorders.database.DatabaseClock;
import org.pizzaorders.database.DatabasePatience;
import org.pizzaorders.database.Migration;
import org.pizzaorders.database.SharedConnections;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.environment.Settings;
import org.pizzaorders.messaging.deadletter.DeadLetterCipher;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
import org.pizzaorders.messaging.deadletter.DeadLetters;
import org.pizzaorders.messaging.inbox.Inbox;
import org.pizzaorders.messaging.outbox.EventPublisher;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.messaging.outbox.OutboxRelay;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.DueWorkTimer;
import org.pizzaorders.work.DueWorker;
import org.pizzaorders.work.Expiry;
import org.pizzaorders.work.Interval;
import org.pizzaorders.work.Purge;

/**
 * The messaging of one service: migrates its schema, then runs its outbox, its inbox and its relay. Each service has
 * one subclass, {@code @Singleton @Startup} with bean-managed concurrency. Every other bean of the service that uses
 * the database at start must depend on it.
 *
 * <p>The start, including migrations, runs outside a transaction. WildFly reads the annotation for that only from the
 * bean's own class: so each subclass has an empty {@code @PostConstruct} method that carries it.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class ServiceMessaging extends DueWorkTimer {

    private static final Duration SETTING_INTERVAL = Duration.ofSeconds(15);
    private static final int PURGE_BATCH = 1_000;
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);
    private static final Duration PURGE_PATIENCE = Duration.ofSeconds(5);

    private final Service service;
    private final List<Expiry> expiries;
    private DataSource dataSource;
    private DataSource connections;
    private Outbox outbox;
    private Inbox inbox;
    private DeadLetterOffice deadLetters;
    private OutboxRelay relay;
    private ServiceHealth health;
    private DatabaseClock databaseClock;
    private DueWorker clockSetting;
    private DueWorker purge;
    private Interval setting;
    private Interval purging;

    /** @param expiries what the service itself keeps only for a time; rows with personal data come first */
    protected ServiceMessaging(Service service, List<Expiry> expiries) {
        this.service = service;
        this.expiries = List.copyOf(expiries);
    }

    protected abstract Storage storage();

    /** Sends events to the topics. It need not work yet at start: the relay backs off and retries. */
    protected EventPublisher publisher() {
        return new ConnectorPublisher();
    }

    /** For SQL beside JPA: in a transaction the entity manager's connection, outside one from the pool. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public DataSource connections() {
        return connections;
    }

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

    /** For the transaction that stores what a consumer gives up. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public DeadLetters deadLetters() {
        return deadLetters.letters();
    }

    /** For the transaction of an operator's action. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public OperatorActions audit() {
        return deadLetters.audit();
    }

    /** Everything about dead letters. Not meant for services, but other beans of this package call it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public DeadLetterOffice deadLetterOffice() {
        return deadLetters;
    }

    /** The health of the service here; for operators, outside transactions. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ServiceHealth health() {
        return health;
    }

    /** Dead letters that are due to be redriven, or to let go what waits behind them; for their worker. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public DueTable dueLetters() {
        return new DueTable(dataSource, service.table("dead_letters"), "");
    }

    /** From now on. Ten minutes are what the tools of Payara and WildFly wait for a deployment. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public DatabasePatience patience() {
        return new DatabasePatience(Settings.duration("pizza.database.patience", Duration.ofMinutes(10)), steady);
    }

    @Override
    protected DueWork<?> work() {
        dataSource = storage().dataSource();
        var patience = patience();
        patience.run(
                service + " migration",
                () -> Migration.of(service.schema(), dataSource, getClass().getClassLoader())
                        .run());
        patience.run(service + " persistence", this::warmUp);
        databaseClock = new DatabaseClock(clock);
        patience.run(service + " clock", this::setClock);
        DatabaseTime.isToldBy(service, databaseClock);
        clockSetting = new DueWorker(service + " clock", new ClockSetting(this::setClock), 1, executor, steady);
        setting = new Interval(SETTING_INTERVAL, steady);
        connections = SharedConnections.of(dataSource, storage().entityManager(), transactions);
        outbox = new Outbox(service, connections, clock, afterCommit(), this::relayNews);
        deadLetters = new DeadLetterOffice(
                service, connections, outbox, DeadLetterCipher.configured(), afterCommit(), this::relayNews);
        inbox = deadLetters.inbox();
        var retention = Settings.duration(MessagingExpiries.OUTBOX, Duration.ZERO);
        startPurge();
        relay = new OutboxRelay(
                service, dataSource, publisher(), deadLetters.unsendable(), !retention.isZero(), executor, this::wake);
        health = new ServiceHealth(service, dataSource, relay::isRelaying);
        return relay;
    }

    /**
     * Makes JPA connect now, so that the first customer need not wait for it. Not earlier: during deployment JPA would
     * fail at once if the database is still starting.
     */
    private void warmUp() {
        storage().entityManager().getMetamodel();
    }

    private void setClock() {
        try {
            databaseClock.set(dataSource);
        } catch (SQLException e) {
            throw new StorageException("ask for the time", e);
        }
    }

    private void startPurge() {
        var all = new ArrayList<>(expiries);
        all.addAll(MessagingExpiries.of(service));
        var work = new Purge(service, dataSource, all, Settings::duration);
        purge = new DueWorker(service + " purge", work, PURGE_BATCH, executor, steady);
        purging = new Interval(PURGE_INTERVAL, steady);
    }

    private void relayNews() {
        relay.hasNews();
        wake();
    }

    @Override
    protected void ticked() {
        if (setting.hasPassed()) {
            clockSetting.wake();
        }
        if (purging.hasPassed()) {
            purge.wake();
        }
    }

    @Override
    protected void stopping() {
        clockSetting.stop(PURGE_PATIENCE);
        purge.stop(PURGE_PATIENCE);
    }

    @Override
    protected int batchSize() {
        return Settings.integer("pizza.outbox.batch-size", 500);
    }

    @Override
    protected Duration interval() {
        return Settings.duration("pizza.outbox.poll-interval", Duration.ofMillis(500));
    }
}
