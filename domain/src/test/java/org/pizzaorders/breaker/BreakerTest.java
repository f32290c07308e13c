package org.pizzaorders.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerState;
import org.pizzaorders.shared.Service;

class BreakerTest {

    private static final BreakerSettings SETTINGS = new BreakerSettings(50, 10, 4, Duration.ofSeconds(10), 2);

    private final TestClock clock = new TestClock();
    private final AtomicLong nanos = new AtomicLong();
    private final SteadyClock steady = new SteadyClock(nanos::get);
    private BreakerOverride override = BreakerOverride.NONE;
    private final Breaker breaker = new Breaker("provider", SETTINGS, () -> override, clock, steady);

    @Test
    void staysClosedWhileFewCallsFail() {
        succeed(7);
        fail(3);

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.permits(50)).isEqualTo(50);
    }

    @Test
    void opensWhenHalfOfTheCallsFail() {
        succeed(2);
        fail(2);

        var view = breaker.view(Service.PAYMENTS);
        assertThat(view.state()).isEqualTo(BreakerState.OPEN);
        assertThat(view.service()).isEqualTo("payments");
        assertThat(view.calls()).isEqualTo(4);
        assertThat(view.failures()).isEqualTo(2);
        assertThat(view.openedAt()).isEqualTo(clock.instant());
        assertThat(view.nextTrialAt()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(view.lastError()).isEqualTo("timeout");
        assertThat(view.lastErrorAt()).isEqualTo(clock.instant());
    }

    @Test
    void permitsNoCallWhileOpen() {
        fail(4);

        assertThat(breaker.permits(50)).isZero();
        assertThat(breaker.call(() -> "never", never -> Verdict.works())).isEmpty();
        assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void triesAFewCallsAfterTheWaitAndCloses() {
        fail(4);
        pass(Duration.ofSeconds(11));

        assertThat(breaker.permits(50)).isEqualTo(2);
        succeed(1);
        assertThat(state()).isEqualTo(BreakerState.HALF_OPEN);
        assertThat(breaker.permits(50)).isEqualTo(1);
        succeed(1);

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.permits(50)).isEqualTo(50);
        assertThat(breaker.view(Service.PAYMENTS).openedAt()).isNull();
    }

    @Test
    void opensAgainWhenTheTrialCallsFail() {
        fail(4);
        pass(Duration.ofSeconds(11));
        fail(2);

        assertThat(state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.permits(50)).isZero();
        assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aTrialCallThatHangsKeepsItsPlace() throws Exception {
        fail(4);
        pass(Duration.ofSeconds(11));
        var begun = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var executor = Executors.newSingleThreadExecutor();
        try {
            var hanging = executor.submit(() -> breaker.call(
                    () -> {
                        begun.countDown();
                        return await(answer);
                    },
                    done -> Verdict.works()));
            begun.await(5, TimeUnit.SECONDS);

            assertThat(breaker.permits(50)).isEqualTo(1);
            answer.countDown();
            assertThat(hanging.get(5, TimeUnit.SECONDS)).contains(true);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aCallThatThrowsFreesItsPlaceAndIsNotCounted() {
        fail(4);
        pass(Duration.ofSeconds(11));

        for (var i = 0; i < 10; i++) {
            assertThatThrownBy(() -> breaker.call(
                            () -> {
                                throw new IllegalStateException("our own fault");
                            },
                            done -> Verdict.works()))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(breaker.permits(50)).isEqualTo(2);
    }

    @Test
    void anOperatorForcesItOpen() {
        override = BreakerOverride.OPEN;

        assertThat(breaker.permits(50)).isZero();
        assertThat(breaker.call(() -> "never", never -> Verdict.works())).isEmpty();
        assertThat(state()).isEqualTo(BreakerState.FORCED_OPEN);
        pass(Duration.ofDays(1));
        assertThat(breaker.permits(50)).isZero();
        assertThat(breaker.pause()).isPositive();
    }

    @Test
    void anOperatorForcesItClosed() {
        fail(4);
        override = BreakerOverride.CLOSED;

        fail(20);

        assertThat(breaker.permits(50)).isEqualTo(50);
        assertThat(state()).isEqualTo(BreakerState.FORCED_CLOSED);
        assertThat(breaker.view(Service.PAYMENTS).failures()).isPositive();
    }

    @Test
    void anOperatorCanChangeTheDecision() {
        for (var next : new BreakerOverride[] {
            BreakerOverride.OPEN,
            BreakerOverride.CLOSED,
            BreakerOverride.OPEN,
            BreakerOverride.NONE,
            BreakerOverride.CLOSED,
            BreakerOverride.NONE
        }) {
            override = next;
            assertThat(breaker.permits(50)).isEqualTo(next == BreakerOverride.OPEN ? 0 : 50);
        }

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
        fail(4);
        assertThat(state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void opensAndClosesInItsTimeThoughTheServersClockIsSet() {
        for (var step : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            fail(4);
            clock.pass(step);
            assertThat(breaker.permits(50)).isZero();
            assertThat(breaker.call(() -> "never", never -> Verdict.works())).isEmpty();
            assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(10));

            pass(Duration.ofSeconds(11));
            assertThat(breaker.permits(50)).isEqualTo(2);
            succeed(2);
            assertThat(state()).isEqualTo(BreakerState.CLOSED);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.pass(time);
    }

    private BreakerState state() {
        return breaker.view(Service.PAYMENTS).state();
    }

    private void fail(int calls) {
        call(calls, Verdict.fails("timeout"));
    }

    private void succeed(int calls) {
        call(calls, Verdict.works());
    }

    private void call(int calls, Verdict verdict) {
        for (var i = 0; i < calls; i++) {
            assertThat(breaker.call(() -> "done", done -> verdict)).contains("done");
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
