package org.pizzaorders.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerState;
import org.pizzaorders.operations.api.BreakerView;
import org.pizzaorders.shared.Service;

/**
 * Guards calls of one remote side. Opens when too many of the last calls failed; after a wait a few trial calls decide
 * whether it closes or opens again. What an operator says goes before all that. Any thread; calls outside transactions.
 */
public final class Breaker {

    private static final Logger LOG = System.getLogger(Breaker.class.getName());
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration NEVER_SLOW = Duration.ofDays(1);

    private final String name;
    private final BreakerSettings settings;
    private final Supplier<BreakerOverride> override;
    private final Clock clock;
    private final SteadyClock steady;
    private final CircuitBreaker circuit;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Opening opening;
    private volatile LastError lastError = new LastError(null, null);

    /**
     * @param override what the operator says by now; asked before each call
     * @param clock for the times that operators see
     * @param steady for the waits
     */
    Breaker(
            String name,
            BreakerSettings settings,
            Supplier<BreakerOverride> override,
            Clock clock,
            SteadyClock steady) {
        this.name = name;
        this.settings = settings;
        this.override = override;
        this.clock = clock;
        this.steady = steady;
        this.circuit = CircuitBreaker.of(name, config(settings, steady));
        circuit.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
    }

    /** Logs when the breaker opens and when it closes again, but not each trial in between. */
    private void moved(StateTransition step) {
        var to = step.getToState();
        opening =
                to == State.OPEN ? new Opening(clock.instant(), steady.instant().plus(settings.openFor())) : null;
        var opens = step.getFromState() == State.CLOSED && to == State.OPEN;
        var level = opens ? Level.WARNING : to == State.CLOSED ? Level.INFO : Level.DEBUG;
        LOG.log(level, "Circuit breaker {0} is {1} now", name, to);
    }

    private static CircuitBreakerConfig config(BreakerSettings settings, SteadyClock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .failureRateThreshold(settings.failureRate())
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                .slowCallDurationThreshold(NEVER_SLOW)
                .build();
    }

    /**
     * How many of the wanted calls may go out now; claim no more rows than that. An open breaker permits none. After
     * the wait it permits the trial calls that are left. A closed one permits all.
     */
    public int permits(int wanted) {
        obey();
        return switch (circuit.getState()) {
            case FORCED_OPEN -> 0;
            case OPEN -> isOver(untilTrial()) ? Math.min(wanted, settings.trialCalls()) : 0;
            case HALF_OPEN -> Math.max(0, Math.min(wanted, trialsLeft()));
            default -> wanted;
        };
    }

    private int trialsLeft() {
        return settings.trialCalls() - circuit.getMetrics().getNumberOfBufferedCalls() - underWay.get();
    }

    /**
     * Makes the call, if it may go out now.
     *
     * @param call reports failure by its result; what it throws counts as {@link Verdict.Silent}
     * @return empty if it did not go out
     */
    public <T> Optional<T> call(Supplier<T> call, Function<? super T, Verdict> verdict) {
        obey();
        if (!circuit.tryAcquirePermission()) {
            return Optional.empty();
        }
        Verdict judged = Verdict.silent();
        underWay.incrementAndGet();
        try {
            var result = call.get();
            judged = verdict.apply(result);
            return Optional.of(result);
        } finally {
            count(judged);
            underWay.decrementAndGet();
        }
    }

    private void count(Verdict verdict) {
        if (verdict instanceof Verdict.Works) {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        } else if (verdict instanceof Verdict.Fails failure) {
            lastError = new LastError(failure.reason(), clock.instant());
            circuit.onError(0, TimeUnit.NANOSECONDS, new CallFailed());
        } else {
            circuit.releasePermission();
        }
    }

    /** How long to wait before asking again for a call that did not go out. */
    public Duration pause() {
        var left = untilTrial();
        return isOver(left) ? A_MOMENT : left;
    }

    private static boolean isOver(Duration left) {
        return left.isZero() || left.isNegative();
    }

    private Duration untilTrial() {
        var open = opening;
        return open == null ? Duration.ZERO : Duration.between(steady.instant(), open.trialAt);
    }

    /** Two threads may find the same change. Then both make it, which is harmless. */
    private void obey() {
        var wanted = override.get();
        var state = circuit.getState();
        if (wanted == BreakerOverride.OPEN && state != State.FORCED_OPEN) {
            circuit.transitionToForcedOpenState();
        } else if (wanted == BreakerOverride.CLOSED && state != State.METRICS_ONLY) {
            circuit.transitionToMetricsOnlyState();
        } else if (wanted == BreakerOverride.NONE && isForced(state)) {
            circuit.transitionToClosedState();
        }
    }

    private static boolean isForced(State state) {
        return state == State.FORCED_OPEN || state == State.METRICS_ONLY;
    }

    String name() {
        return name;
    }

    BreakerView view(Service service) {
        obey();
        var metrics = circuit.getMetrics();
        var open = opening;
        var error = lastError;
        var said = override.get();
        return new BreakerView(
                service.schema(),
                name,
                state(said),
                said,
                metrics.getNumberOfBufferedCalls(),
                metrics.getNumberOfFailedCalls(),
                open == null ? null : open.shownAt,
                open == null ? null : open.shownAt.plus(settings.openFor()),
                error.reason,
                error.at);
    }

    /** The override counts more than the circuit: another thread may be moving the circuit to it at this moment. */
    private BreakerState state(BreakerOverride said) {
        return switch (said) {
            case OPEN -> BreakerState.FORCED_OPEN;
            case CLOSED -> BreakerState.FORCED_CLOSED;
            case NONE -> stateByItself();
        };
    }

    private BreakerState stateByItself() {
        return switch (circuit.getState()) {
            case OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            default -> BreakerState.CLOSED;
        };
    }

    /** @param trialAt by the steady clock */
    private record Opening(Instant shownAt, Instant trialAt) {}

    private record LastError(String reason, Instant at) {}

    /** Carries all that the circuit has to know. The reason is stored here. */
    private static final class CallFailed extends RuntimeException {
        CallFailed() {
            super(null, null, false, false);
        }
    }
}
