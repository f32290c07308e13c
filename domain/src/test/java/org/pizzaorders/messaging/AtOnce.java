package org.pizzaorders.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Has several do something at the same moment, each in a thread of its own. */
public final class AtOnce {

    /** What each is to do, by its number from 0. */
    public interface Work {
        void run(int number) throws Exception;
    }

    private AtOnce() {}

    /** What became of each: "done", or the simple name of what it threw. */
    public static List<String> run(int times, Work work) {
        var threads = Executors.newFixedThreadPool(times);
        var start = new CyclicBarrier(times);
        try {
            var runs = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> outcome(number, start, work), threads))
                    .toList();
            return runs.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static String outcome(int number, CyclicBarrier start, Work work) {
        try {
            start.await();
            work.run(number);
            return "done";
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }
}
