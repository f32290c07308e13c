package org.pizzaorders.local.bench.reference;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.pizzaorders.local.bench.cost.Costs;
import org.pizzaorders.local.bench.cost.Sql;
import org.pizzaorders.local.child.ChildJvm;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.faults.evidence.Database;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Ports;

/**
 * What others use for an outbox: Debezium's engine in a process of its own. It reads the write-ahead log of a copy of the
 * order service's outbox, and sends the events to Kafka. Nothing deletes the rows.
 */
public final class Debezium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** A server process has the optimising compiler. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseParallelGC", "-Xmx1g");

    private final DatabaseAccess access;
    private final ChildJvm engine;

    private Debezium(DatabaseAccess access, ChildJvm engine) {
        this.access = access;
        this.engine = engine;
    }

    /**
     * Starts it and waits until it follows the log.
     *
     * @param access of a superuser
     * @param home for its log
     * @param clients the archive of Kafka's clients that it needs: other ones than ours
     * @param source a topic with an event whose headers are sent with each event
     */
    public static Debezium start(
            DatabaseAccess access, int port, String bootstrapServers, Path home, Path clients, String source) {
        Folders.create(home);
        Sql.execute(access, "create publication bench for table reference.outbox_events");
        Path file = home.resolve("debezium.properties");
        Folders.writeSecret(file, text(properties(access, port)));
        Debezium debezium = new Debezium(
                access,
                ChildJvm.start(
                        List.of(clients),
                        DebeziumMain.class,
                        home,
                        home.resolve("debezium.log"),
                        OPTIONS,
                        List.of(file.toString(), bootstrapServers, source)));
        try (Database database = new Database(access)) {
            Stopwatch.pause(PATIENCE, () -> debezium.follows(database));
            if (!debezium.follows(database)) {
                debezium.close();
                throw new LocalRunException("Debezium does not follow the database, see " + home);
            }
        }
        return debezium;
    }

    private boolean follows(Database database) {
        return database.number("select count(*) from pg_replication_slots where slot_name = 'bench' and active") > 0;
    }

    private static Properties properties(DatabaseAccess access, int port) {
        Properties properties = new Properties();
        properties.setProperty("name", "bench");
        properties.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        properties.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        properties.setProperty("database.hostname", Ports.LOOPBACK);
        properties.setProperty("database.port", Integer.toString(port));
        properties.setProperty("database.user", access.user());
        properties.setProperty("database.password", access.password());
        properties.setProperty("database.dbname", access.url().replaceAll("^.*/", ""));
        properties.setProperty("topic.prefix", "bench");
        properties.setProperty("plugin.name", "pgoutput");
        properties.setProperty("slot.name", "bench");
        properties.setProperty("publication.name", "bench");
        properties.setProperty("publication.autocreate.mode", "disabled");
        properties.setProperty("table.include.list", "reference.outbox_events");
        properties.setProperty("snapshot.mode", "no_data");
        // More than its defaults, which wait half a second whenever there is nothing to do.
        properties.setProperty("poll.interval.ms", "10");
        properties.setProperty("max.batch.size", "4096");
        properties.setProperty("max.queue.size", "16384");
        properties.setProperty("transforms", "outbox");
        properties.setProperty("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
        properties.setProperty("transforms.outbox.table.field.event.id", "event_id");
        properties.setProperty("transforms.outbox.table.field.event.key", "partition_key");
        properties.setProperty("transforms.outbox.table.field.event.payload", "payload");
        properties.setProperty("transforms.outbox.route.by.field", "topic");
        properties.setProperty("transforms.outbox.route.topic.replacement", "${routedByValue}");
        return properties;
    }

    private static String text(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** What its process has used. */
    public Duration cpu() {
        return engine.handle().map(Costs::cpu).orElse(Duration.ZERO);
    }

    /** Ends it, and leaves no slot, because PostgreSQL would keep its log for that. */
    @Override
    public void close() {
        engine.close(Duration.ofSeconds(10));
        Sql.execute(
                access,
                "select pg_terminate_backend(active_pid, 5000) from pg_replication_slots"
                        + " where slot_name = 'bench' and active",
                "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'bench'",
                "drop publication bench");
    }
}
