package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WorkerThreadTest {

    private final List<Thread> taken = new ArrayList<>();

    private final Executor threads = task -> {
        var thread = new Thread(task);
        taken.add(thread);
        thread.start();
    };

    @Test
    void runsAllRoundsOnTheThreadThatTheTimerStarted() throws InterruptedException {
        var ranOn = new CopyOnWriteArrayList<Thread>();
        var worker = new WorkerThread(threads);

        worker.ensureRunning();
        worker.ensureRunning();
        worker.execute(() -> ranOn.add(Thread.currentThread()));
        worker.execute(() -> ranOn.add(Thread.currentThread()));
        worker.end();
        taken.get(0).join(10_000);

        assertThat(taken).hasSize(1);
        assertThat(ranOn).containsExactly(taken.get(0), taken.get(0));
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void claimsNothingBeforeItHasAThreadOrAfterItsEnd() {
        var worker = new WorkerThread(threads);

        assertThatThrownBy(() -> worker.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        worker.ensureRunning();
        worker.end();

        assertThatThrownBy(() -> worker.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void usesAnotherThreadAfterItsOwnDied() {
        var ranOn = new CopyOnWriteArrayList<Thread>();
        var worker = new WorkerThread(threads);

        worker.ensureRunning();
        taken.get(0).interrupt();
        await().until(() -> !worker.isRunning());
        worker.ensureRunning();
        worker.execute(() -> ranOn.add(Thread.currentThread()));

        await().untilAsserted(() -> assertThat(ranOn).containsExactly(taken.get(1)));
        worker.end();
    }

    @Test
    void outlivesAServerThatHasNoThread() {
        var worker = new WorkerThread(task -> {
            throw new RejectedExecutionException("none left");
        });

        worker.ensureRunning();

        assertThat(worker.isRunning()).isFalse();
    }
}
