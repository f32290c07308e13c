package org.pizzaorders.local.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.faults.plan.Fault;
import org.pizzaorders.local.faults.plan.Phase;
import org.pizzaorders.local.faults.plan.RunLog;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.faults.plan.Target;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.server.ApplicationServer;

/**
 * Makes the faults happen, with one thread for each target, so that they overlap. A fault is delayed while its target
 * is still recovering, and dropped if it would come after the end. Only one server starts at a time, because a start
 * takes all processors of a small machine.
 */
final class Injector {

    private static final Duration SERVER_PATIENCE = Duration.ofMinutes(3);
    private static final int START_ATTEMPTS = 3;

    private final Stack stack;
    private final Phase phase;
    private final RunLog log;
    private final ReentrantLock serverStart = new ReentrantLock();
    private final Map<Target, ScheduledThreadPoolExecutor> lanes = new EnumMap<>(Target.class);
    private final Map<Fault.Kind, Integer> done = new ConcurrentHashMap<>();

    Injector(Stack stack, Phase phase, RunLog log) {
        this.stack = stack;
        this.phase = phase;
        this.log = log;
        for (Target target : Target.values()) {
            lanes.put(target, new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "faults of " + target)));
        }
    }

    /** Schedules the faults, counted from now, and returns at once. */
    void inject(List<Fault> faults) {
        faults.forEach(fault -> lanes.get(fault.target())
                .schedule(() -> strike(fault), fault.at().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Waits for faults in progress, then starts what is down. The phase must be over. */
    void heal() {
        lanes.values().forEach(Injector::stop);
        lanes.values().forEach(Injector::join);
        startAll();
    }

    /** Starts everything that does not run. */
    void startAll() {
        stack.parts().forEach(Part::thaw);
        stack.parts().stream().filter(part -> !part.alive()).forEach(this::start);
    }

    /** The number of faults of each kind. */
    Map<Fault.Kind, Integer> done() {
        return Map.copyOf(done);
    }

    private void strike(Fault fault) {
        if (phase.isOver()) {
            return;
        }
        log.say(fault.toString());
        Part part = part(fault.target());
        try {
            switch (fault.kind()) {
                case KILL -> {
                    part.kill();
                    Stopwatch.pause(fault.lasts(), phase::isOver);
                    start(part);
                }
                case FREEZE -> {
                    part.freeze();
                    Stopwatch.pause(fault.lasts(), phase::isOver);
                    part.thaw();
                }
                case RESTART -> {
                    part.close();
                    start(part);
                }
            }
            done.merge(fault.kind(), 1, Integer::sum);
        } catch (RuntimeException e) {
            log.say(fault + " went wrong: " + e);
        }
    }

    /** If a server finds no database and does not start, it is started again, as an orchestrator does. */
    private void start(Part part) {
        boolean server = part instanceof ApplicationServer;
        if (server) {
            serverStart.lock();
        }
        Stopwatch clock = new Stopwatch();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    startOnce(part);
                    log.say(part.name() + " is back after " + RunLog.seconds(clock.elapsed()));
                    return;
                } catch (LocalRunException e) {
                    log.say(part.name() + " did not start: " + e.getMessage());
                    part.kill();
                    if (attempt == START_ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            if (server) {
                serverStart.unlock();
            }
        }
    }

    private static void startOnce(Part part) {
        if (part instanceof ApplicationServer server) {
            server.start(SERVER_PATIENCE);
        } else {
            part.start();
        }
    }

    private Part part(Target target) {
        return switch (target) {
            case SERVER_1 -> stack.servers().get(0);
            case SERVER_2 -> stack.servers().get(1);
            case MENU -> stack.server().slices().get(Port.MENU);
            case ORDERS -> stack.server().slices().get(Port.ORDERS);
            case PAYMENTS -> stack.server().slices().get(Port.PAYMENTS);
            case NOTIFICATIONS -> stack.server().slices().get(Port.NOTIFICATIONS);
            case KAFKA -> stack.kafka();
            case POSTGRES -> stack.postgres();
            case PROVIDER -> stack.simulator();
        };
    }

    /** Drops faults that are not yet due, and does not interrupt those in progress. */
    private static void stop(ScheduledThreadPoolExecutor lane) {
        lane.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        lane.shutdown();
    }

    private static void join(ScheduledThreadPoolExecutor lane) {
        try {
            lane.awaitTermination(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
