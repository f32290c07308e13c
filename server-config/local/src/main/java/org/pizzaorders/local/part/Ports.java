package org.pizzaorders.local.part;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free loopback ports for tests, and says which property changes an occupied one. */
public final class Ports {

    /** All parts listen here and nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Ports that were given out. Nobody may listen on them yet, so they are not given out again. */
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that is free now. It is below the range from which systems take the ports of outgoing connections. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .limit(1_000)
                .filter(port -> isFree(port) && HANDED_OUT.add(port))
                .findFirst()
                .orElseThrow(() -> new LocalRunException("There is no free port between 20000 and 32000."));
    }

    /** Throws if something listens on the port already, because a part must never use another program's server. */
    public static void requireFree(String part, int port, String property) {
        if (!isFree(port)) {
            throw new LocalRunException("Port %d for %s is taken. Stop what uses it, or choose another: -D%s=%d"
                    .formatted(port, part, property, free()));
        }
    }

    static boolean isFree(int port) {
        return binds(new InetSocketAddress(LOOPBACK, port)) && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
