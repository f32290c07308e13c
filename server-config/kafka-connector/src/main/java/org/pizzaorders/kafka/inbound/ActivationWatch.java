package org.pizzaorders.kafka.inbound;

import java.util.List;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.monitoring.ActivationCounters;
import org.pizzaorders.kafka.monitoring.ActivationCounters.LastError;
import org.pizzaorders.kafka.monitoring.WatchedConsumer;

/** One activation as operators see it. Safe for any thread: reads what the poll threads have published. */
final class ActivationWatch implements WatchedConsumer {

    private final InboundSettings settings;
    private final ActivationCounters counters;
    private final PauseSwitch pauseSwitch;
    private final List<PollLoop> loops;

    ActivationWatch(
            InboundSettings settings, ActivationCounters counters, PauseSwitch pauseSwitch, List<PollLoop> loops) {
        this.settings = settings;
        this.counters = counters;
        this.pauseSwitch = pauseSwitch;
        this.loops = loops;
    }

    @Override
    public String groupId() {
        return settings.groupId();
    }

    @Override
    public ConsumerView view(String id) {
        LastError error = counters.lastError().orElse(new LastError(null, null));
        return new ConsumerView(
                id,
                settings.groupId(),
                settings.topics(),
                state(),
                pauseSwitch.isPaused(),
                List.of(),
                counters.delivered(),
                counters.failed(),
                counters.retried(),
                counters.deadLettered(),
                error.causes(),
                error.at());
    }

    private ConsumerState state() {
        return pauseSwitch.isPaused() ? ConsumerState.PAUSED : ConsumerState.RUNNING;
    }

    @Override
    public void pause() {
        pauseSwitch.pause();
        loops.forEach(PollLoop::wakeup);
    }

    @Override
    public void resume() {
        pauseSwitch.resume();
        loops.forEach(PollLoop::wakeup);
    }
}
