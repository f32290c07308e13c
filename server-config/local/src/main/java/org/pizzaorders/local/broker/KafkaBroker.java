package org.pizzaorders.local.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pizzaorders.local.child.ChildJvm;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Ports;

/**
 * A real single-node Kafka broker below one folder, in a JVM of its own, loopback only. It creates the
 * application's topics; automatic creation is off. Data survives {@link #close()} and {@link #kill()}.
 */
public final class KafkaBroker implements Part {

    private static final String PORT_PROPERTY = "pizza.kafka.port";

    private final Path home;
    private final int port;
    private final Map<String, String> further;
    private final List<String> options;
    private ChildJvm broker;

    public KafkaBroker(Path home, int port) {
        this(home, port, Map.of());
    }

    /**
     * @param further more settings of the broker; their listeners are added to the plain one, which always exists
     */
    public KafkaBroker(Path home, int port, Map<String, String> further) {
        this(home, port, further, List.of());
    }

    /** @param options of its JVM */
    public KafkaBroker(Path home, int port, Map<String, String> further, List<String> options) {
        this.options = Stream.concat(Stream.of("-Xms64m", "-Xmx320m"), options.stream())
                .toList();
        this.home = home.toAbsolutePath();
        this.port = port;
        this.further = Map.copyOf(further);
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public void start() {
        Ports.requireFree(name(), port, PORT_PROPERTY);
        Folders.create(home);
        broker = ChildJvm.start(KafkaNode.class, home, home.resolve("kafka.log"), options, arguments());
    }

    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of(home.toString(), Integer.toString(port), Integer.toString(Ports.free())));
        further.forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
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
