package org.pizzaorders.notification.sending;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;

/** Sends the deliveries of a round on one line, one after the other, and never touches the database. */
final class Lane implements Runnable {

    private final Exchange exchange;
    private final Lines lines;
    private final DeliveryChannel.Line line;
    private final BiFunction<DeliveryChannel.Line, Dispatch, Outcome> attempt;
    private volatile boolean cut;

    Lane(Exchange exchange, Lines lines, BiFunction<DeliveryChannel.Line, Dispatch, Outcome> attempt) {
        this.exchange = requireNonNull(exchange, "exchange");
        this.lines = requireNonNull(lines, "lines");
        this.line = lines.take();
        this.attempt = requireNonNull(attempt, "attempt");
    }

    @Override
    public void run() {
        if (!exchange.enter(this)) {
            lines.giveBack(line);
            return;
        }
        Throwable problem = null;
        try {
            workOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            problem = e;
        } finally {
            release(problem);
        }
    }

    private void workOff() throws InterruptedException {
        for (var turn = exchange.next(this); turn.isPresent(); turn = exchange.next(this)) {
            var dispatch = turn.get().dispatch();
            exchange.done(this, new Handled(dispatch, attempt.apply(line, dispatch)));
        }
    }

    private void release(Throwable problem) {
        try {
            if (cut || problem != null) {
                line.close();
            } else {
                lines.giveBack(line);
            }
        } finally {
            exchange.leave(this, problem);
        }
    }

    /** It found no thread. */
    void discard() {
        lines.giveBack(line);
        exchange.notStarted();
    }

    /** From now on it gets nothing more to send. */
    void mark() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }

    /** Aborts what it is sending, from another thread. */
    void cutOff() {
        line.cutOff();
    }
}
