package org.pizzaorders.local.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Posts one order after the other over its own connection. */
final class Client implements Runnable {

    private static final long PAUSE_AFTER_FAILURE = 100_000_000L;
    private static final int CREATED = 201;

    private final InetSocketAddress address;
    private final byte[] request;
    private final Pace pace;
    private final Tally tally;
    private final CountDownLatch ended;

    Client(URI url, byte[] request, Pace pace, Tally tally, CountDownLatch ended) {
        this.address = new InetSocketAddress(url.getHost(), url.getPort());
        this.request = request;
        this.pace = pace;
        this.tally = tally;
        this.ended = ended;
    }

    @Override
    public void run() {
        try (Exchange exchange = new Exchange(address, request)) {
            while (tally.mayGoOn()) {
                long due = pace.await(tally::isOver);
                if (!tally.isOver()) {
                    post(exchange, due);
                }
            }
        } catch (IOException e) {
            // Closing failed. The process ends anyway.
        } finally {
            ended.countDown();
        }
    }

    private void post(Exchange exchange, long due) {
        try {
            if (exchange.send() == CREATED) {
                tally.accept(System.nanoTime() - due);
                return;
            }
        } catch (IOException e) {
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
        }
        tally.refuse();
    }
}
