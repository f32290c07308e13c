package org.pizzaorders.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** Where a {@link Stack} lives, on which ports, and which EAR it deploys (empty: none). */
public record StackSettings(Path home, Map<Port, Integer> ports, Optional<Path> ear) {

    public StackSettings {
        home = home.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
    }

    /** The default ports, moved by their properties. */
    static Map<Port, Integer> chosenPorts() {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, port.chosen()));
        if (new HashSet<>(ports.values()).size() < ports.size()) {
            throw new LocalRunException("Two parts were given the same port: " + ports);
        }
        return ports;
    }

    /** Free ports, for tests. */
    public static StackSettings onFreePorts(Path home, Optional<Path> ear) {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, Ports.free()));
        return new StackSettings(home, ports, ear);
    }

    public int port(Port port) {
        return ports.get(port);
    }

    Path folder(String part) {
        return home.resolve(part);
    }

    /** The base URL of what listens on that port. */
    String url(Port port) {
        return "http://" + Ports.LOOPBACK + ":" + port(port);
    }
}
