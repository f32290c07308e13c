package org.pizzaorders.notification.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.SocketFactory;

/**
 * Passes each new socket to the code that requested it, before it is connected. So another thread can close the socket,
 * which is the only way to abort a blocked call. The mail provider adds TLS on top if it is configured.
 */
final class CuttableSockets extends SocketFactory {

    private final ThreadLocal<Consumer<Socket>> holder = new ThreadLocal<>();

    /** Until the connection is made, sockets created by this thread are passed to the taker. */
    <E extends Exception> void handingTo(Consumer<Socket> taker, Connecting<E> connecting) throws E {
        holder.set(taker);
        try {
            connecting.connect();
        } finally {
            holder.remove();
        }
    }

    /** Code that connects. */
    interface Connecting<E extends Exception> {
        void connect() throws E;
    }

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        var taker = holder.get();
        if (taker != null) {
            taker.accept(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress address, InetSocketAddress local) throws IOException {
        var socket = createSocket();
        socket.bind(local);
        socket.connect(address);
        return socket;
    }
}
