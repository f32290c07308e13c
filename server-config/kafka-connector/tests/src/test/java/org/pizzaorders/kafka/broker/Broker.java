package org.pizzaorders.kafka.broker;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real broker of a chosen version, the only one of its cluster, in a JVM of its own, on loopback. Its log stays in
 * {@code target/brokers}. Not thread-safe.
 */
public final class Broker implements AutoCloseable {

    private static final Path HOMES = Path.of("target", "brokers").toAbsolutePath();

    /** Seconds on an idle machine. */
    private static final Duration START = Duration.ofMinutes(3);

    /** Those of a test come beside those that every broker has. */
    private static final Set<String> LISTENERS = Set.of("listeners", "listener.security.protocol.map");

    /** Kept, as the framework holds loggers weakly. Kafka's clients tell all their settings otherwise. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    static {
        CLIENTS.setLevel(Level.WARNING);
    }

    private final KafkaVersion version;
    private final Map<String, String> settings;
    private final int port = FreePorts.next();
    private final int controllerPort = FreePorts.next();
    private final Path home;
    private Process process;

    public Broker(KafkaVersion version) {
        this(version, Map.of());
    }

    /** @param settings of the broker; what they say of listeners is added to the plain one that there always is */
    public Broker(KafkaVersion version, Map<String, String> settings) {
        this.version = version;
        this.settings = Map.copyOf(settings);
        this.home = newHome(version);
    }

    private static Path newHome(KafkaVersion version) {
        try {
            return Files.createTempDirectory(Files.createDirectories(HOMES), version.name() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return FreePorts.HOST + ":" + port;
    }

    /** Where it keeps the partitions of topics. */
    private Path data() {
        return home.resolve("data");
    }

    /** Once. Returns when it answers. */
    public void start() {
        try {
            Path file = home.resolve("server.properties");
            try (Writer out = Files.newBufferedWriter(file)) {
                properties().store(out, null);
            }
            ProcessBuilder builder = new ProcessBuilder(command(file))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().put("CLASSPATH", version.classPath());
            process = builder.start();
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-Djava.net.preferIPv4Stack=true",
                BrokerProcess.class.getName(),
                file.toString());
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Broker.class.getResourceAsStream("broker.properties")) {
            properties.load(in);
        }
        String controller = FreePorts.HOST + ":" + controllerPort;
        properties.setProperty("controller.quorum.voters", "1@" + controller);
        properties.setProperty("listeners", "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + controller);
        properties.setProperty("log.dirs", data().toString());
        settings.forEach((name, value) ->
                properties.merge(name, value, (old, added) -> LISTENERS.contains(name) ? old + "," + added : added));
        return properties;
    }

    private void awaitAnswer() {
        await().atMost(START).until(() -> listens() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Kafka did not start, see " + log());
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not answer, see " + log(), e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(FreePorts.HOST, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Path log() {
        return home.resolve("broker.log");
    }

    /** Kills it and deletes its data. */
    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        try (Stream<Path> files = Files.exists(data()) ? Files.walk(data()) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
