package org.pizzaorders.local.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Ports;

/**
 * The folder and ports of a {@code Stack}, its application server, and the EAR that it deploys (empty for none).
 *
 * @param environment more environment variables for the application, such as its own settings
 */
public record StackSettings(
        Path home, ServerKind server, Map<Port, Integer> ports, Optional<Path> ear, Map<String, String> environment) {

    public StackSettings {
        home = home.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        environment = Map.copyOf(environment);
    }

    public StackSettings(Path home, ServerKind server, Map<Port, Integer> ports, Optional<Path> ear) {
        this(home, server, ports, ear, Map.of());
    }

    /** The ports of that server and of the other parts: from the properties, or the defaults. */
    public static Map<Port, Integer> chosenPorts(ServerKind server) {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, port.chosen()));
        ports.put(Port.ADMIN, Port.ADMIN.chosen(server.adminPort()));
        if (new HashSet<>(ports.values()).size() < ports.size()) {
            throw new LocalRunException("Two parts have the same port: " + ports);
        }
        return ports;
    }

    /** The chosen server on free ports, for tests. */
    public static StackSettings onFreePorts(Path home, Optional<Path> ear) {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, Ports.free()));
        return new StackSettings(home, ServerKind.chosen(), ports, ear);
    }

    /** The same with more environment variables for the application. */
    public StackSettings withEnvironment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new StackSettings(home, server, ports, ear, all);
    }

    /** The same for another application server: with its own free ports, and everything else in common. */
    public StackSettings forAnotherServer() {
        Map<Port, Integer> merged = new EnumMap<>(ports);
        ApplicationServer.PORTS.forEach(port -> merged.put(port, Ports.free()));
        return new StackSettings(home, server, merged, ear, environment);
    }

    public int port(Port port) {
        return ports.get(port);
    }

    public Path folder(String part) {
        return home.resolve(part);
    }

    /** The base URL of the part that listens on that port. */
    public String url(Port port) {
        return "http://" + Ports.LOOPBACK + ":" + port(port);
    }
}
