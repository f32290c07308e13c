package org.pizzaorders.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.database.PizzaDatabase;
import org.pizzaorders.local.database.PostgresServer;
import org.pizzaorders.local.files.DirectoryLock;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.simulator.Simulator;

/**
 * The real PostgreSQL and Kafka that all test classes of one JVM share. The first test that asks for one starts it, on a
 * free port, and it stops when the JVM ends. Their data is in the module's {@code target}. Two builds at the same time
 * do not disturb each other. Thread-safe.
 */
public final class TestServices {

    private static final String DATABASE_PREFIX = "test_";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Keeps a reference, because the framework holds loggers weakly. Kafka's clients would log all their settings. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA_CLIENTS.setLevel(Level.WARNING);
    }

    private static Path home;
    private static PostgresServer postgres;
    private static KafkaBroker kafka;
    private static Simulator simulator;

    private TestServices() {}

    /** The running server. A test may restart it, but must leave it running. */
    public static synchronized PostgresServer postgres() {
        if (postgres == null) {
            PostgresServer server = new PostgresServer(home().resolve("postgres"), Ports.free(), new Secrets(home()));
            server.start();
            stopAtExit(server);
            dropDatabasesOfEarlierRuns(server);
            postgres = server;
        }
        return postgres;
    }

    /** A fresh database with empty schemas and the services' roles, for one test class. */
    public static synchronized PizzaDatabase database() {
        return postgres().database(DATABASE_PREFIX + DATABASES.incrementAndGet());
    }

    /** The running broker. All tests of the JVM share its topics, so use your own topics or groups. */
    public static synchronized KafkaBroker kafka() {
        if (kafka == null) {
            Path data = home().resolve("kafka");
            Folders.delete(data);
            KafkaBroker broker = new KafkaBroker(data, Ports.free());
            broker.start();
            stopAtExit(broker);
            kafka = broker;
        }
        return kafka;
    }

    /** The running simulator of the payment provider, the gateway and the mail server. */
    public static synchronized Simulator simulator() {
        if (simulator == null) {
            Path data = home().resolve("simulator");
            Folders.delete(data);
            Simulator fresh = new Simulator(data, Ports.free(), Ports.free());
            fresh.start();
            stopAtExit(fresh);
            simulator = fresh;
        }
        return simulator;
    }

    /** The first folder that no other JVM uses. It is locked until this JVM ends. */
    private static Path home() {
        if (home == null) {
            Path services = Path.of("target", "test-services").toAbsolutePath();
            home = IntStream.rangeClosed(1, 99)
                    .mapToObj(slot -> services.resolve(Integer.toString(slot)))
                    .filter(folder -> DirectoryLock.tryAcquire(folder).isPresent())
                    .findFirst()
                    .orElseThrow();
        }
        return home;
    }

    private static void stopAtExit(Part part) {
        Runtime.getRuntime().addShutdownHook(new Thread(part::close, "stop " + part.name()));
    }

    private static void dropDatabasesOfEarlierRuns(PostgresServer server) {
        try (Connection connection = server.superuser().connect();
                Statement statement = connection.createStatement()) {
            List<String> left = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT datname FROM pg_database WHERE datname LIKE '" + DATABASE_PREFIX + "%'")) {
                while (names.next()) {
                    left.add(names.getString(1));
                }
            }
            for (String name : left) {
                statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
