package org.pizzaorders.work;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.StorageException;

class GroupCommitTest {

    private static final String FIRST = "first";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<List<String>> groups = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> alone = new ConcurrentLinkedQueue<>();
    private final CountDownLatch others = new CountDownLatch(1);

    @AfterEach
    void end() {
        others.countDown();
        threads.shutdownNow();
    }

    @Test
    void runsASingleStepAtOnce() {
        var commit = new GroupCommit<>(this::together, this::alone, 10);

        var result = commit.run("a");

        assertThat(result).isEqualTo("a together");
        assertThat(groups).containsExactly(List.of("a"));
    }

    @Test
    void runsStepsThatArriveDuringATransactionInTheNextOne() {
        var commit = new GroupCommit<>(this::firstTogetherWaits, this::alone, 10);
        var first = run(commit, FIRST);
        await().until(() -> !groups.isEmpty());
        var rest = runInTurn(commit, "a", "b", "c");

        others.countDown();

        assertThat(first.join()).isEqualTo("first together");
        assertThat(rest.stream().map(CompletableFuture::join))
                .containsExactly("a together", "b together", "c together");
        assertThat(groups).containsExactly(List.of(FIRST), List.of("a", "b", "c"));
        assertThat(alone).isEmpty();
    }

    @Test
    void runsNoMoreStepsInOneTransactionThanAllowed() {
        var commit = new GroupCommit<>(this::firstTogetherWaits, this::alone, 2);
        var first = run(commit, FIRST);
        await().until(() -> !groups.isEmpty());
        var rest = runInTurn(commit, "a", "b", "c");

        others.countDown();

        first.join();
        rest.forEach(CompletableFuture::join);
        assertThat(groups).containsExactly(List.of(FIRST), List.of("a", "b"), List.of("c"));
    }

    @Test
    void runsEachStepAloneIfTheirTransactionFailsSoThatOnlyTheGuiltyOneFails() {
        var commit = new GroupCommit<>(this::firstTogetherWaits, this::alone, 10);
        var first = run(commit, FIRST);
        await().until(() -> !groups.isEmpty());
        var rest = runInTurn(commit, "a", "guilty", "b");

        others.countDown();

        first.join();
        assertThat(rest.get(0).join()).isEqualTo("a alone");
        assertThatThrownBy(rest.get(1)::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("guilty alone");
        assertThat(rest.get(2).join()).isEqualTo("b alone");
    }

    @Test
    void runsAStepAloneThatItsTransactionLeavesOut() {
        var commit = new GroupCommit<String, String>(steps -> Map.of(), this::alone, 10);

        var result = commit.run("a");

        assertThat(result).isEqualTo("a alone");
    }

    @Test
    void failsAllStepsAtOnceIfTheDatabaseIsAway() {
        var away = new StorageException("record", new SQLException("gone", "08006"));
        var commit = new GroupCommit<String, String>(
                steps -> {
                    throw away;
                },
                this::alone,
                10);

        assertThatThrownBy(() -> commit.run("a")).isSameAs(away);

        assertThat(alone).isEmpty();
    }

    @Test
    void answersEveryStepOfManyThreads() {
        var commit = new GroupCommit<>(this::together, this::alone, 7);
        var steps = IntStream.range(0, 500).mapToObj(i -> "step " + i).toList();

        var results = steps.stream().map(step -> run(commit, step)).toList();

        assertThat(results.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        steps.stream().map(step -> step + " together").toList());
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(steps);
    }

    private CompletableFuture<String> run(GroupCommit<String, String> commit, String step) {
        return CompletableFuture.supplyAsync(() -> commit.run(step), threads);
    }

    /** Each one is known to wait before the next one comes. */
    private List<CompletableFuture<String>> runInTurn(GroupCommit<String, String> commit, String... steps) {
        var results = new ArrayList<CompletableFuture<String>>();
        for (var step : steps) {
            var thread = new CompletableFuture<Thread>();
            results.add(CompletableFuture.supplyAsync(
                    () -> {
                        thread.complete(Thread.currentThread());
                        return commit.run(step);
                    },
                    threads));
            await().until(() -> thread.join().getState() == Thread.State.WAITING);
        }
        return results;
    }

    private Map<String, String> firstTogetherWaits(List<String> steps) {
        if (steps.contains(FIRST)) {
            groups.add(steps);
            waitForTheOthers();
            return Map.of(FIRST, FIRST + " together");
        }
        return together(steps);
    }

    private void waitForTheOthers() {
        try {
            others.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> together(List<String> steps) {
        groups.add(steps);
        if (steps.contains("guilty")) {
            throw new IllegalStateException("together");
        }
        return steps.stream().collect(toMap(identity(), step -> step + " together"));
    }

    private String alone(String step) {
        alone.add(step);
        if (step.equals("guilty")) {
            throw new IllegalStateException("guilty alone");
        }
        return step + " alone";
    }
}
