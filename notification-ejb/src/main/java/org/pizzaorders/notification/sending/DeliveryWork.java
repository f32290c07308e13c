package org.pizzaorders.notification.sending;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.pizzaorders.breaker.Breaker;
import org.pizzaorders.breaker.Verdict;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.Interval;

/**
 * Makes the due deliveries of one channel. Claims them by lease; lanes send them, a few at a time, outside any
 * transaction; and the worker's own thread records what they have sent, all that is ready in one transaction, and claims
 * on while lanes are free. If the process dies in between, deliveries fall due again when the lease ends, and are sent
 * again with the same key. While the channel's breaker is open, nothing is claimed.
 */
public final class DeliveryWork implements DueWork<Turn> {

    private static final Logger LOG = System.getLogger(DeliveryWork.class.getName());

    private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(1);
    /** If the process dies, so many messages may be sent twice. Also the most that one transaction records. */
    private static final int MOST_UNRECORDED = 32;

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    private final Channel channel;
    private final ClaimedDeliveries due;
    private final DeliveryLedger ledger;
    private final Lines lines;
    private final Breaker breaker;
    private final Executor executor;
    private final SteadyClock clock;
    private final Interval expiry;
    private final int parallel;
    private final Duration lease;

    private volatile boolean stopping;
    private volatile Exchange current;

    // Used only by the running round and between rounds.
    private int limit;
    private Instant lastUse = Instant.MIN;

    public DeliveryWork(
            Channel channel,
            ClaimedDeliveries due,
            DeliveryLedger ledger,
            DeliveryChannel way,
            Breaker breaker,
            Executor executor,
            SteadyClock clock,
            int parallel,
            Duration lease) {
        this.channel = requireNonNull(channel, "channel");
        this.due = requireNonNull(due, "due");
        this.ledger = requireNonNull(ledger, "ledger");
        this.lines = new Lines(way);
        this.breaker = requireNonNull(breaker, "breaker");
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
        this.expiry = new Interval(EXPIRY_INTERVAL, clock);
        this.parallel = parallel;
        this.lease = requireNonNull(lease, "lease");
    }

    @Override
    public List<Turn> claim(int limit) {
        this.limit = limit;
        var permitted = breaker.permits(limit);
        if (permitted == 0) {
            expireNowAndThen();
            return List.of();
        }
        var claimed = claimPermitted(permitted);
        if (claimed.isEmpty() && clock.instant().isAfter(lastUse.plus(LONGEST_IDLE))) {
            lines.close();
        }
        return claimed;
    }

    private List<Turn> claimPermitted(int permitted) {
        var term = Term.of(lease, clock.instant());
        return due.claim(permitted, lease).stream()
                .map(dispatch -> new Turn(dispatch, term))
                .toList();
    }

    /** Not while the breaker permits only trial calls: their outcome comes first. */
    private List<Turn> claimOn(int wanted) {
        return breaker.permits(wanted) < wanted ? List.of() : claimPermitted(wanted);
    }

    /**
     * Not at each wake-up: the query reads all deliveries that wait for the channel, and each new order wakes the
     * worker.
     */
    private void expireNowAndThen() {
        if (expiry.hasPassed()) {
            ledger.expire(channel);
        }
    }

    @Override
    public void attempt(List<Turn> claimed) {
        var exchange = new Exchange(MOST_UNRECORDED, clock);
        current = exchange;
        if (stopping) {
            exchange.close();
        }
        try {
            new Round(
                            channel,
                            exchange,
                            () -> new Lane(exchange, lines, this::deliver),
                            executor,
                            parallel,
                            new Recording(ledger),
                            this::claimOn,
                            limit,
                            clock)
                    .run(claimed);
        } finally {
            current = null;
            lastUse = clock.instant();
        }
    }

    /** More may be due: lanes that are free get it at once. */
    @Override
    public void woken() {
        var exchange = current;
        if (exchange != null) {
            exchange.wake();
        }
    }

    /** What is being sent is finished, the rest is put back for other instances. */
    @Override
    public void stopping() {
        stopping = true;
        var exchange = current;
        if (exchange != null) {
            exchange.close();
        }
    }

    @Override
    public void rest() {
        lines.close();
    }

    private Outcome deliver(DeliveryChannel.Line line, Dispatch dispatch) {
        var outcome = breaker.call(() -> line.deliver(dispatch), DeliveryWork::verdict)
                .orElseGet(() -> new Outcome.Untried(breaker.pause()));
        if (outcome instanceof Outcome.Failed failed) {
            LOG.log(
                    Level.INFO,
                    "Delivery {0} by {1} failed at attempt {2}: {3}",
                    dispatch.deliveryId(),
                    dispatch.channel(),
                    dispatch.attempts() + 1,
                    failed.reason());
        }
        return outcome;
    }

    private static Verdict verdict(Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed)) {
            return Verdict.works();
        }
        return switch (failed.fault()) {
            case MESSAGE, MESSAGE_FOR_GOOD -> Verdict.works();
            case CHANNEL -> Verdict.fails(failed.reason());
            case OURS -> Verdict.silent();
        };
    }
}
