package org.pizzaorders.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.part.Part;

/**
 * Starts a part again if it ended by itself, after a wait that doubles up to half a minute. {@link #stop()} may come
 * from another thread. After it has returned, no part is started.
 */
final class Supervisor {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long STABLE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private record Failure(Duration waited, long at) {}

    private final List<Part> parts;
    private final Console console;
    private final Runnable restarted;
    private final Map<Part, Failure> failures = new HashMap<>();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile boolean stopping;

    /** @param restarted is called after each start, so that the new process id can be stored */
    Supervisor(List<Part> parts, Console console, Runnable restarted) {
        this.parts = parts;
        this.console = console;
        this.restarted = restarted;
    }

    /** Watches the parts until {@link #stop()}. */
    void watch() {
        while (!stopping) {
            parts.stream().filter(part -> !part.alive()).forEach(this::revive);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    void stop() {
        stopping = true;
        starting.lock();
        starting.unlock();
    }

    private void revive(Part part) {
        if (stopping) {
            return;
        }
        Duration wait = waitBefore(part);
        console.say("  " + part.name() + " ended. Starting it again in " + wait.toSeconds() + " s.");
        pause(wait);
        starting.lock();
        try {
            if (!stopping) {
                start(part);
            }
        } finally {
            starting.unlock();
        }
    }

    private void start(Part part) {
        long begin = System.nanoTime();
        try {
            part.start();
            restarted.run();
            console.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException e) {
            if (!stopping) {
                console.say("  " + part.name() + " did not start: " + e.getMessage());
            }
        }
    }

    private Duration waitBefore(Part part) {
        Failure last = failures.get(part);
        boolean again = last != null && System.nanoTime() - last.at() < STABLE_NANOS;
        Duration doubled = again ? last.waited().multipliedBy(2) : FIRST_WAIT;
        Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        failures.put(part, new Failure(wait, System.nanoTime()));
        return wait;
    }

    private void pause(Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (!stopping && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS / 5);
        }
    }
}
