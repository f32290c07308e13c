package org.pizzaorders.local.faults.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.pizzaorders.local.faults.plan.PlannedOrder;
import org.pizzaorders.local.faults.plan.Stopwatch;

/** All customers of a run. Each begins at its time, on its own thread, and waits most of the time. */
public final class Crowd {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "customer"));
    private final List<CompletableFuture<Receipt>> visits = new ArrayList<>();

    /** Returns when the last customer has begun. Some may still be active. */
    public void let(List<PlannedOrder> orders, Stopwatch clock, Function<PlannedOrder, Visit> visit) {
        for (PlannedOrder order : orders) {
            clock.await(order.at());
            visits.add(CompletableFuture.supplyAsync(() -> visit.apply(order).make(), threads));
        }
    }

    /** Waits until all have finished. */
    public List<Receipt> receipts() {
        List<Receipt> receipts = visits.stream().map(CompletableFuture::join).toList();
        threads.shutdown();
        return receipts;
    }
}
