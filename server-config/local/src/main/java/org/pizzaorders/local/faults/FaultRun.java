package org.pizzaorders.local.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.faults.check.Check;
import org.pizzaorders.local.faults.check.EventChecks;
import org.pizzaorders.local.faults.check.MoneyChecks;
import org.pizzaorders.local.faults.check.NotificationChecks;
import org.pizzaorders.local.faults.check.OrderChecks;
import org.pizzaorders.local.faults.check.WholeChecks;
import org.pizzaorders.local.faults.customer.Counter;
import org.pizzaorders.local.faults.customer.Crowd;
import org.pizzaorders.local.faults.customer.Receipt;
import org.pizzaorders.local.faults.customer.Visit;
import org.pizzaorders.local.faults.evidence.Buried;
import org.pizzaorders.local.faults.evidence.Database;
import org.pizzaorders.local.faults.evidence.Evidence;
import org.pizzaorders.local.faults.evidence.Outstanding;
import org.pizzaorders.local.faults.evidence.Topics;
import org.pizzaorders.local.faults.plan.Fault;
import org.pizzaorders.local.faults.plan.Phase;
import org.pizzaorders.local.faults.plan.Plan;
import org.pizzaorders.local.faults.plan.RunLog;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.faults.plan.Target;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.server.ApplicationServer;

/** One run on a running stack: faults and orders, healing, settling, and the checks. The stack keeps running. */
public final class FaultRun {

    private static final Duration SETTLE_PATIENCE = Duration.ofSeconds(150);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int QUIET_LOOKS = 3;

    private final Stack stack;
    private final Plan plan;
    private final Phase phase = new Phase();
    private final String tag;
    private final Buried before;
    private final Stopwatch clock;
    private final RunLog log;
    private Map<String, Long> open = Map.of();

    private FaultRun(Stack stack, Plan plan, Console console) {
        this.stack = stack;
        this.plan = plan;
        // An earlier run may have had the same seed and left its data, so addresses and keys must differ from its own.
        this.tag = "faults-" + plan.seed() + "-" + Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
        this.before = audit(Buried::now);
        this.clock = new Stopwatch();
        this.log = new RunLog(console, clock);
    }

    /** @param stack gets a second server, unless each service has its own process */
    public static Report run(Stack stack, long seed, Duration duration, double ordersPerSecond, Console console) {
        if (Target.in(stack).contains(Target.SERVER_2) && stack.servers().size() < 2) {
            stack.addServer(console);
        }
        // Starts what an earlier run could not start.
        new Injector(stack, new Phase(), new RunLog(console, new Stopwatch())).startAll();
        return new FaultRun(stack, Plan.of(seed, duration, ordersPerSecond, Target.in(stack)), console).run();
    }

    private Report run() {
        log.say("Seed %d: %d faults, %d orders in %s"
                .formatted(plan.seed(), plan.faults().size(), plan.orders().size(), RunLog.seconds(plan.duration())));
        Injector injector = new Injector(stack, phase, log);
        Counter counter =
                new Counter(stack.servers().stream().map(ApplicationServer::url).toList(), log::say);
        Crowd crowd = new Crowd();
        injector.inject(plan.faults());
        crowd.let(plan.orders(), clock, order -> new Visit(order, tag, counter, phase));
        clock.await(plan.duration());
        phase.end();
        log.say("Healing");
        injector.heal();
        phase.healed();
        log.say("Everything runs again");
        Stopwatch sinceHealed = new Stopwatch();
        List<Receipt> receipts = crowd.receipts();
        log.say("All customers have left");
        Duration settled = settle(sinceHealed);
        log.say("Settled " + RunLog.seconds(settled) + " after healing");
        return check(receipts, injector.done(), settled);
    }

    /** The time from healing until no work was left for a while. If that never happened, the time limit. */
    private Duration settle(Stopwatch sinceHealed) {
        Duration quietSince = sinceHealed.elapsed();
        int quiet = 0;
        try (Database database = new Database(stack.database().owner());
                Topics topics = new Topics(stack.kafka().bootstrapServers())) {
            while (quiet < QUIET_LOOKS && sinceHealed.elapsed().compareTo(SETTLE_PATIENCE) < 0) {
                Map<String, Long> last = open;
                open = Outstanding.in(database, topics);
                if (!open.keySet().equals(last.keySet())) {
                    log.say("Still open: " + open);
                }
                if (!open.isEmpty()) {
                    quiet = 0;
                } else if (quiet++ == 0) {
                    quietSince = sinceHealed.elapsed();
                }
                Stopwatch.pause(LOOK, () -> false);
            }
        }
        return open.isEmpty() ? quietSince : sinceHealed.elapsed();
    }

    private <T> T audit(BiFunction<Database, Topics, T> work) {
        try (Database database = new Database(stack.database().owner());
                Topics topics = new Topics(stack.kafka().bootstrapServers())) {
            return work.apply(database, topics);
        }
    }

    private Report check(List<Receipt> receipts, Map<Fault.Kind, Integer> faults, Duration settled) {
        Evidence evidence = Evidence.collect(stack, tag + "-%");
        List<Check> checks = new ArrayList<>();
        checks.addAll(OrderChecks.of(evidence, receipts));
        checks.addAll(EventChecks.of(evidence));
        checks.addAll(MoneyChecks.of(evidence));
        checks.addAll(NotificationChecks.of(evidence));
        checks.addAll(audit((database, topics) -> WholeChecks.of(database, topics, before, settled, open)));
        return Report.of(plan, tag, receipts, evidence, faults, settled, checks, log.lines());
    }
}
