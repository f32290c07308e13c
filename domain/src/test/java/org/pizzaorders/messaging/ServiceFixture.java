package org.pizzaorders.messaging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.pizzaorders.database.Migration;
import org.pizzaorders.database.ThreadTransactions;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.messaging.deadletter.DeadLetterCipher;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
import org.pizzaorders.messaging.deadletter.DeadLetters;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.event.EventType;
import org.pizzaorders.messaging.inbox.Inbox;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.Expiry;
import org.pizzaorders.work.Purge;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One service on a fresh, migrated, real database, for integration tests outside a server. What JTA does there is done
 * here by hand: within {@link #inTransaction}, JPA and JDBC share the connection and its outcome. Threads have their own
 * transactions.
 */
public final class ServiceFixture implements AutoCloseable {

    /** The base64 of 32 bytes. */
    public static final String DEAD_LETTERS_KEY = "cGl6emEtZGVhZC1sZXR0ZXJzLWtleS1mb3ItdGVzdHM=";

    private static final AtomicLong OFFSETS = new AtomicLong();

    private final Service service;
    private final DatabaseAccess access;
    private final KeptConnections database;
    private final CountedStatements statements = new CountedStatements();
    private final ThreadTransactions transactions;
    private final Outbox outbox;
    private final DeadLetterOffice office;

    private ServiceFixture(Service service, String persistenceUnit) {
        this.service = service;
        this.access = TestServices.database().service(service.schema());
        this.database = new KeptConnections(access);
        Migration.of(service.schema(), database, Thread.currentThread().getContextClassLoader())
                .run();
        var counted = statements.of(database);
        var factory = persistenceUnit == null
                ? null
                : Persistence.createEntityManagerFactory(
                        persistenceUnit,
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource",
                                "",
                                "jakarta.persistence.nonJtaDataSource",
                                counted));
        this.transactions = new ThreadTransactions(counted, factory);
        var joining = transactions.dataSource();
        this.outbox = new Outbox(service, joining, Clock.systemUTC(), action -> {}, () -> {});
        this.office = new DeadLetterOffice(
                service, joining, outbox, new DeadLetterCipher(DEAD_LETTERS_KEY, List.of()), action -> {}, () -> {});
    }

    /** With the persistence unit of that name. */
    public static ServiceFixture of(Service service, String persistenceUnit) {
        return new ServiceFixture(service, persistenceUnit);
    }

    /** Messaging alone, without JPA. */
    public static ServiceFixture of(Service service) {
        return new ServiceFixture(service, null);
    }

    /** Connections of another process, which the database knows by that name. */
    public PGSimpleDataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        source.setApplicationName(name);
        return source;
    }

    /** Stands for the injected one: works on the transaction of the calling thread. */
    public EntityManager entityManager() {
        return transactions.entityManager();
    }

    /** Stands for the injected one: joins the transaction of the calling thread, or commits each statement. */
    public DataSource dataSource() {
        return transactions.dataSource();
    }

    public Outbox outbox() {
        return outbox;
    }

    public Inbox inbox() {
        return office.inbox();
    }

    public DeadLetters deadLetters() {
        return office.letters();
    }

    public OperatorActions audit() {
        return office.audit();
    }

    /** Stands for what {@link ServiceMessaging} has; hand it out from there. */
    public DeadLetterOffice office() {
        return office;
    }

    /** Commits if the work returns; rolls back and throws what it threw if not. */
    public <T> T inTransaction(Callable<T> work) {
        return transactions.run(work);
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** How many statements the work sends; rows that are sent as one batch count once. */
    public long statementsOf(Runnable work) {
        var before = statements.count();
        work.run();
        return statements.count() - before;
    }

    /** How many of them are no queries. */
    public long writesOf(Runnable work) {
        var before = statements.writes();
        work.run();
        return statements.writes() - before;
    }

    /** What the database holds by now, outside any transaction; column names as keys. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<Map<String, Object>>();
            try (var result = statement.executeQuery()) {
                var columns = result.getMetaData();
                while (result.next()) {
                    var row = new LinkedHashMap<String, Object>();
                    for (var i = 1; i <= columns.getColumnCount(); i++) {
                        row.put(columns.getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes data behind the service's back, outside any transaction. */
    public int execute(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How many rows of tables and indexes the database reads for it, whatever the plans are. Counted by the database as
     * each connection ends, so the work may not keep one.
     */
    public long rowsRead(Runnable work) {
        var before = rowsRead();
        work.run();
        return rowsRead() - before;
    }

    private long rowsRead() {
        endConnections();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows("select 1 from pg_stat_activity"
                                + " where usename = current_user and datname = current_database() and pid <> pg_backend_pid()")
                        .isEmpty());
        return ((Number) rows(
                                "select (select sum(seq_tup_read) from pg_stat_user_tables where schemaname = ?)"
                                        + " + (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = ?) as n",
                                service.schema(),
                                service.schema())
                        .get(0)
                        .get("n"))
                .longValue();
    }

    /** What is read and written from now on is so by connections that begin now. */
    public void endConnections() {
        database.endIdle();
    }

    /** Deletes what is over after the retention that holds without any setting. */
    public void purge(List<Expiry> expiries) {
        new Purge(service, database, expiries, (setting, otherwise) -> otherwise).run(1_000);
    }

    /** What is in the outbox, in the order of writing, such as {@code OrderCreated} with version 1. */
    public List<OutboxEntry> outboxEntries() {
        return rows("select event_type, aggregate_id, aggregate_version, payload::text as payload from "
                        + service.table("outbox_events") + " order by id")
                .stream()
                .map(row -> new OutboxEntry(
                        ((String) row.get("event_type")).replaceAll("^.*\\.([A-Za-z]+)\\.v\\d+$", "$1"),
                        (String) row.get("aggregate_id"),
                        (int) row.get("aggregate_version"),
                        (String) row.get("payload")))
                .toList();
    }

    /** @param name simple name of the event */
    public record OutboxEntry(String name, String aggregateId, int aggregateVersion, String payload) {}

    /** The event as a consumer gets it, with a new id. Keep it to deliver the same event twice. */
    public static IncomingEvent incoming(DomainEvent event, int aggregateVersion) {
        var headers = Map.of(
                CloudEvents.ID, Ids.next().toString(),
                CloudEvents.TYPE, EventType.nameOf(event.getClass()),
                CloudEvents.TIME, "2026-11-22T12:00:00Z",
                CloudEvents.AGGREGATE_VERSION, Integer.toString(aggregateVersion),
                CloudEvents.CORRELATION_ID, "test");
        return new IncomingEvent(
                topic(event),
                0,
                OFFSETS.incrementAndGet(),
                event.partitionKey(),
                headers,
                EventJson.write(event).getBytes(StandardCharsets.UTF_8),
                false);
    }

    private static String topic(DomainEvent event) {
        var component = event.getClass().getPackageName().split("\\.")[2];
        return Stream.of(Service.values())
                .map(Service::topic)
                .filter(topic -> topic.startsWith(component.equals("catalog") ? "menu" : component))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        transactions.close();
        database.close();
    }
}
