package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.environment.SteadyClock;

class DueWorkerTest {

    private final AtomicLong now = new AtomicLong();
    private final SteadyClock clock = new SteadyClock(now::get);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Work work = new Work();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void worksOnAllDueRowsInBatches() {
        work.due.addAll(List.of(1, 2, 3, 4, 5));

        new DueWorker("numbers", work, 2, Runnable::run, clock).wake();

        assertThat(work.attempts).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(work.rests).isZero();
    }

    @Test
    void waitsAfterAFailureEvenIfItIsWokenOften() {
        var worker = new DueWorker("numbers", work, 2, Runnable::run, clock);
        work.failing = true;
        work.due.add(1);
        worker.wake();
        work.failing = false;

        worker.wake();
        assertThat(work.attempts).isEmpty();

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        work.due.add(1);
        worker.wake();
        assertThat(work.attempts).containsExactly(List.of(1));
    }

    @Test
    void aWakeUpDuringARoundCausesAnotherRound() throws InterruptedException {
        work.gate = new CountDownLatch(1);
        work.due.add(1);
        var worker = new DueWorker("numbers", work, 2, executor, clock);
        worker.wake();
        work.entered.await();

        worker.wake();
        worker.wake();
        work.gate.countDown();

        await().untilAsserted(() -> assertThat(work.emptyClaims).isEqualTo(2));
        assertThat(work.nudges).isEqualTo(2);
    }

    @Test
    void anErrorIsAFailureLikeOthers() {
        var worker = new DueWorker("numbers", work, 2, executor, clock);
        work.error = new LinkageError("planted");
        work.due.add(1);
        worker.wake();
        await().until(() -> work.rests == 1);
        work.error = null;

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        work.due.add(2);

        await().untilAsserted(() -> {
            worker.wake();
            assertThat(work.attempts).containsExactly(List.of(2));
        });
    }

    @Test
    void continuesWhenThreadsAreAvailableAgain() {
        var noThread = new AtomicBoolean(true);
        var worker = new DueWorker(
                "numbers",
                work,
                2,
                round -> {
                    if (noThread.get()) {
                        throw new LinkageError("no thread today");
                    }
                    round.run();
                },
                clock);
        work.due.add(1);
        worker.wake();
        noThread.set(false);

        worker.wake();

        assertThat(work.attempts).containsExactly(List.of(1));
    }

    @Test
    void stoppingWaitsForTheCurrentRoundAndBeginsNoOther() throws InterruptedException {
        work.gate = new CountDownLatch(1);
        work.due.addAll(List.of(1, 2));
        var worker = new DueWorker("numbers", work, 1, executor, clock);
        worker.wake();
        work.entered.await();

        var stopping = executor.submit(() -> worker.stop(Duration.ofSeconds(10)));
        await().during(Duration.ofMillis(100)).until(() -> !stopping.isDone());
        work.gate.countDown();

        await().until(stopping::isDone);
        assertThat(work.rests).isEqualTo(1);
        assertThat(work.attempts).containsExactly(List.of(1));
        worker.wake();
        assertThat(work.attempts).hasSize(1);
    }

    private static final class Work implements DueWork<Integer> {

        private final Queue<Integer> due = new ArrayDeque<>();
        private final List<List<Integer>> attempts = new ArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile int rests;
        private volatile int emptyClaims;
        private volatile int nudges;
        private boolean failing;
        private volatile Error error;

        @Override
        public List<Integer> claim(int limit) {
            var claimed = new ArrayList<Integer>();
            while (claimed.size() < limit && !due.isEmpty()) {
                claimed.add(due.remove());
            }
            if (claimed.isEmpty()) {
                emptyClaims++;
            }
            return claimed;
        }

        @Override
        public void woken() {
            nudges++;
        }

        @Override
        public void attempt(List<Integer> claimed) {
            if (failing) {
                throw new IllegalStateException("not now");
            }
            if (error != null) {
                throw error;
            }
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            attempts.add(claimed);
        }

        @Override
        public void rest() {
            rests++;
        }
    }
}
