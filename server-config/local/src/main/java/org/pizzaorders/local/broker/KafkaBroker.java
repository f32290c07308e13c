package org.pizzaorders.local.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.local.child.ChildJvm;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Ports;

/**
 * A real single-node Kafka broker below one folder, in a JVM of its own, loopback only. The topics are created
 * explicitly; automatic creation is off. Data survives {@link #close()} and {@link #kill()}.
 */
public final class KafkaBroker implements Part {

    private static final String PORT_PROPERTY = "pizza.kafka.port";

    private final Path home;
    private final int port;
    private ChildJvm broker;

    public KafkaBroker(Path home, int port) {
        this.home = home.toAbsolutePath();
        this.port = port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public void start() {
        Ports.requireFree(name(), port, PORT_PROPERTY);
        Folders.create(home);
        broker = ChildJvm.start(
                KafkaNode.class,
                home,
                home.resolve("kafka.log"),
                List.of("-Xms64m", "-Xmx320m"),
                List.of(home.toString(), Integer.toString(port), Integer.toString(Ports.free())));
    }

    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(broker).flatMap(ChildJvm::handle);
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close(Duration.ofSeconds(20));
        }
    }
}
