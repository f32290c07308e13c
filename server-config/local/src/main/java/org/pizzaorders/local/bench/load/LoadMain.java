package org.pizzaorders.local.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pizzaorders.local.child.ChildProcess;
import tools.jackson.databind.json.JsonMapper;

/** The load's process: {@code LoadMain <file for the result> <plan …>}. Writes the result and ends. */
final class LoadMain {

    private final LoadPlan plan;
    private final Tally tally;

    private LoadMain(LoadPlan plan) {
        this.plan = plan;
        this.tally = new Tally(plan.orders());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ChildProcess.quiet();
        LoadResult result = new LoadMain(LoadPlan.of(List.of(args).subList(1, args.length))).run();
        Files.writeString(Path.of(args[0]), new JsonMapper().writeValueAsString(result));
        ChildProcess.serveUntilOrphaned();
    }

    private LoadResult run() throws IOException, InterruptedException {
        byte[] request = Exchange.request(plan.url(), Files.readAllBytes(plan.body()));
        long begin = System.nanoTime();
        Pace pace = new Pace(plan.perSecond());
        CountDownLatch ended = new CountDownLatch(plan.clients());
        for (int i = 0; i < plan.clients(); i++) {
            new Thread(new Client(plan.url(), request, pace, tally, ended), "client-" + i).start();
        }
        List<Double> windows = windows(begin, ended);
        tally.stop();
        ended.await();
        long end = System.nanoTime();
        Latencies all = tally.accepted();
        return new LoadResult(
                all.count(),
                tally.refused(),
                Duration.ofNanos(end - begin),
                all.percentile(0.5),
                all.percentile(0.99),
                windows,
                Steadiness.reached(windows),
                cpu());
    }

    /** Watches the clients until the plan's end. A last window that is cut short does not count. */
    private List<Double> windows(long begin, CountDownLatch ended) throws InterruptedException {
        List<Double> windows = new ArrayList<>();
        long window = plan.window().toNanos();
        long end = begin + plan.most().toNanos();
        long last = begin;
        int before = 0;
        for (long next = begin + window; next <= end && !over(windows); next += window) {
            if (ended.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                break;
            }
            long now = System.nanoTime();
            int until = tally.accepted().count();
            windows.add((until - before) * 1e9 / (now - last));
            last = now;
            before = until;
        }
        if (!over(windows)) {
            ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return windows;
    }

    private boolean over(List<Double> windows) {
        return plan.steady() && Steadiness.reached(windows);
    }

    private static Duration cpu() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }
}
