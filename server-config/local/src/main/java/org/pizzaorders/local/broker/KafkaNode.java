package org.pizzaorders.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.pizzaorders.local.child.ChildProcess;
import org.pizzaorders.local.files.DirectoryLock;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Ports;

/** The broker's process: {@code KafkaNode <folder> <port> <controller port> [<setting>=<value> …]}. */
final class KafkaNode {

    private static final Set<String> LISTENERS = Set.of("listeners", "listener.security.protocol.map");

    private final Path home;
    private final int port;
    private final int controllerPort;

    private final List<String> further;

    private KafkaNode(Path home, int port, int controllerPort, List<String> further) {
        this.further = further;
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    public static void main(String[] args) {
        ChildProcess.quiet();
        KafkaNode node = new KafkaNode(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                List.of(args).subList(3, args.length));
        try {
            node.serve();
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.err.println("Kafka did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void serve() {
        // Two brokers on one folder corrupt it. The lock is held until the process ends.
        DirectoryLock lock = DirectoryLock.tryAcquire(home)
                .orElseThrow(() -> new LocalRunException("another broker runs on " + home));
        Properties settings = settings();
        formatOnce(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, lock)));
        server.startup();
        KafkaTopics.create(Ports.LOOPBACK + ":" + port);
        ChildProcess.serveUntilOrphaned();
    }

    private static void stop(KafkaRaftServer server, DirectoryLock lock) {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    private Properties settings() {
        String controller = Ports.LOOPBACK + ":" + controllerPort;
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@" + controller);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("listeners", "PLAINTEXT://" + Ports.LOOPBACK + ":" + port + ",CONTROLLER://" + controller);
        settings.setProperty("log.dirs", home.resolve("data").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a kill, the broker waits until its old session expires. This makes the wait half as long.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // If a member dies without leaving the group, others get its partitions after ten seconds, not 45.
        settings.setProperty("group.consumer.min.session.timeout.ms", "10000");
        settings.setProperty("group.consumer.session.timeout.ms", "10000");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "2000");
        settings.setProperty("group.consumer.heartbeat.interval.ms", "2000");
        settings.setProperty("offsets.topic.num.partitions", "10");
        settings.setProperty("transaction.state.log.num.partitions", "5");
        Stream.of(
                        "offsets.topic.replication.factor",
                        "transaction.state.log.replication.factor",
                        "transaction.state.log.min.isr",
                        "share.coordinator.state.topic.replication.factor",
                        "share.coordinator.state.topic.min.isr")
                .forEach(name -> settings.setProperty(name, "1"));
        further.forEach(each -> add(each, settings));
        return settings;
    }

    /** Adds listeners to the existing ones. Other settings replace them. */
    private static void add(String setting, Properties settings) {
        int equals = setting.indexOf('=');
        String name = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        settings.merge(name, value, (old, added) -> LISTENERS.contains(name) ? old + "," + added : added);
    }

    private void formatOnce(Properties settings) {
        if (Files.exists(home.resolve("data").resolve("meta.properties"))) {
            return;
        }
        Path file = home.resolve("server.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, "As of the first start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new LocalRunException("cannot format " + home + ": " + output.toString(StandardCharsets.UTF_8));
        }
    }
}
