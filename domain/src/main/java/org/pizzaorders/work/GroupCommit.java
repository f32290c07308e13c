package org.pizzaorders.work;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.pizzaorders.database.DatabaseAway;

/**
 * Lets several threads record their steps in one transaction. A step that arrives while no transaction is running
 * starts one at once, so a single step never waits. Steps that arrive during a transaction share the next one. So under
 * load the groups grow by themselves, and each durable commit serves more steps.
 *
 * <p>The thread of the first step of a group runs the transaction for all of them; the others wait. If the transaction
 * fails, each thread runs its own step alone, so that only the guilty one fails. Only if the database is away, all of
 * them fail at once. Thread-safe; call it outside any transaction.
 *
 * @param <S> a step; steps that are not equal are different
 * @param <R> the result of a step
 */
public final class GroupCommit<S, R> {

    private final Function<List<S>, Map<S, R>> together;
    private final Function<S, R> alone;
    private final int most;

    // Guarded by this.
    private final Queue<Entry<S, R>> waiting = new ArrayDeque<>();
    private boolean running;

    /**
     * @param together runs the steps in one new transaction and returns their results. It leaves out a step that would
     *     have to wait for a lock, which is then run alone: a transaction that waits while it holds the rows of others
     *     could cause a deadlock, and would delay them
     * @param alone runs one step in its own new transaction, and waits as long as that needs
     * @param most steps in one transaction
     */
    public GroupCommit(Function<List<S>, Map<S, R>> together, Function<S, R> alone, int most) {
        this.together = requireNonNull(together, "together");
        this.alone = requireNonNull(alone, "alone");
        this.most = most;
    }

    /**
     * Returns when the step is committed.
     *
     * @throws RuntimeException if the step is not committed, as its transaction threw it
     */
    public R run(S step) {
        var mine = new Entry<S, R>(step);
        // Taken before others see the entry: who is told to lead at once would otherwise wait for the answer after
        // that.
        var told = mine.answer;
        var answer = isFirst(mine) ? lead(mine) : told.join();
        if (answer instanceof Answer.Lead<R>) {
            answer = lead(mine);
        }
        if (answer instanceof Answer.Failed<R> failed) {
            throw failed.failure;
        }
        return answer instanceof Answer.Done<R> done ? done.result : alone.apply(step);
    }

    private synchronized boolean isFirst(Entry<S, R> entry) {
        waiting.add(entry);
        var first = !running;
        running = true;
        return first;
    }

    /** Runs the transaction of the group that begins with this step, then hands over to the next group. */
    private Answer<R> lead(Entry<S, R> mine) {
        var group = nextGroup();
        try {
            commit(group);
        } finally {
            handOver();
        }
        return mine.answer();
    }

    private synchronized List<Entry<S, R>> nextGroup() {
        var group = new ArrayList<Entry<S, R>>();
        while (!waiting.isEmpty() && group.size() < most) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void handOver() {
        var next = waiting.peek();
        if (next == null) {
            running = false;
        } else {
            next.lead();
        }
    }

    private void commit(List<Entry<S, R>> group) {
        try {
            var results = together.apply(group.stream().map(entry -> entry.step).toList());
            group.forEach(entry -> entry.answer(
                    results.containsKey(entry.step)
                            ? new Answer.Done<>(results.get(entry.step))
                            : new Answer.Alone<>()));
        } catch (RuntimeException e) {
            group.forEach(
                    entry -> entry.answer(DatabaseAway.isBehind(e) ? new Answer.Failed<>(e) : new Answer.Alone<>()));
        } catch (Error e) {
            group.forEach(entry -> entry.answer(new Answer.Alone<>()));
            throw e;
        }
    }

    /** What a waiting thread is told. */
    private sealed interface Answer<R> {

        /** Run the transaction of the next group, which begins with your step. */
        record Lead<R>() implements Answer<R> {}

        record Done<R>(R result) implements Answer<R> {}

        record Failed<R>(RuntimeException failure) implements Answer<R> {}

        /** Run your step alone. */
        record Alone<R>() implements Answer<R> {}
    }

    private static final class Entry<S, R> {

        private final S step;
        private volatile CompletableFuture<Answer<R>> answer = new CompletableFuture<>();

        private Entry(S step) {
            this.step = step;
        }

        private void lead() {
            var told = answer;
            answer = new CompletableFuture<>();
            told.complete(new Answer.Lead<>());
        }

        private void answer(Answer<R> given) {
            answer.complete(given);
        }

        private Answer<R> answer() {
            return answer.join();
        }
    }
}
