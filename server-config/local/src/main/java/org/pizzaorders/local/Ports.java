package org.pizzaorders.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports: finding free ones for tests, and saying which property moves a taken one. */
public final class Ports {

    /** All parts listen here and nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws when something listens on the port already: nothing of ours adopts a stranger's server. */
    static void requireFree(String part, int port, String property) {
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
