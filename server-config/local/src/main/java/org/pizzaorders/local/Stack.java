package org.pizzaorders.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.database.PizzaDatabase;
import org.pizzaorders.local.database.PostgresServer;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Progress;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.StackSettings;
import org.pizzaorders.local.simulator.Simulator;

/**
 * Everything, in one folder: PostgreSQL, Kafka, the simulator, then the application server with the application. The
 * local run and tests use it. Tests kill and start single parts. {@link #close()} stops the parts in reverse order and
 * keeps the data.
 */
public final class Stack implements AutoCloseable {

    private static final String DATABASE = "pizza";

    private final StackSettings settings;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final Simulator simulator;
    private final ApplicationServer server;
    private final List<ApplicationServer> others = new CopyOnWriteArrayList<>();

    public Stack(StackSettings settings) {
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
        this.postgres = new PostgresServer(settings.folder("postgres"), settings.port(Port.POSTGRES), secrets);
        this.kafka = new KafkaBroker(settings.folder("kafka"), settings.port(Port.KAFKA));
        this.simulator =
                new Simulator(settings.folder("simulator"), settings.port(Port.SIMULATOR), settings.port(Port.SMTP));
        this.server = Servers.first(settings, secrets);
    }

    /** Starts all parts, in parallel if they do not need each other. If one fails, stops those that started. */
    public void start(Progress progress) {
        try {
            CompletableFuture.allOf(
                            async(() -> timed(progress, postgres, this::startDatabase)),
                            async(() -> timed(progress, kafka, kafka::start)),
                            async(() -> timed(progress, simulator, simulator::start)),
                            async(server::prepare))
                    .join();
            timed(progress, server, server::start);
        } catch (RuntimeException e) {
            close();
            throw e instanceof CompletionException && e.getCause() instanceof LocalRunException reason ? reason : e;
        }
    }

    /** Starts another application server on the same databases and topics, with its own folder and ports. */
    public ApplicationServer addServer(Progress progress) {
        ApplicationServer other = Servers.another(others.size() + 2, settings, secrets);
        others.add(other);
        timed(progress, other, other::start);
        return other;
    }

    public StackSettings settings() {
        return settings;
    }

    /** The application's base URL. */
    public String url() {
        return server.url();
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** The application's database. */
    public PizzaDatabase database() {
        return PizzaDatabase.of(postgres, DATABASE, secrets);
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public Simulator simulator() {
        return simulator;
    }

    /** The first application server. */
    public ApplicationServer server() {
        return server;
    }

    /** The application servers, the first one first. */
    public List<ApplicationServer> servers() {
        return Stream.concat(Stream.of(server), others.stream()).toList();
    }

    /** The password of the server's user {@code admin}. */
    public String adminPassword() {
        return secrets.of("admin");
    }

    /** All parts, in the order of their start. */
    public List<Part> parts() {
        return Stream.concat(Stream.of(postgres, kafka, simulator), servers().stream())
                .toList();
    }

    /** The file with the generated passwords. */
    Path secretsFile() {
        return secrets.file();
    }

    @Override
    public void close() {
        try {
            close(servers());
        } finally {
            close(List.of(simulator, kafka, postgres));
        }
    }

    /** Closes all at once. If one fails, the others are closed nevertheless. */
    private static void close(List<? extends Part> parts) {
        CompletableFuture.allOf(parts.stream().map(part -> async(part::close)).toArray(CompletableFuture[]::new))
                .join();
    }

    private void startDatabase() {
        postgres.start();
        postgres.database(DATABASE);
    }

    private static CompletableFuture<Void> async(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task, "local-run").start());
    }

    private static void timed(Progress progress, Part part, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        progress.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
    }
}
