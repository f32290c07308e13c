package org.pizzaorders.local.bench.phase;

import org.pizzaorders.local.bench.lab.Shop;
import org.pizzaorders.local.bench.load.Latencies;
import tools.jackson.databind.JsonNode;

/** How long pages of the list of orders take, in milliseconds. */
record Lists(double p50, double p99) {

    private static final int ROUNDS = 40;
    private static final int PAGES = 10;
    private static final String FIRST = "orders?status=PENDING&limit=20";

    /** Reads the first pages again and again. */
    static Lists read(Shop shop) {
        read(shop, new Latencies());
        Latencies latencies = new Latencies();
        read(shop, latencies);
        return new Lists(latencies.percentile(0.5), latencies.percentile(0.99));
    }

    private static void read(Shop shop, Latencies latencies) {
        for (int round = 0; round < ROUNDS; round++) {
            String next = "";
            for (int page = 0; page < PAGES && next != null; page++) {
                long begin = System.nanoTime();
                JsonNode cursor = shop.get(FIRST + next).path("nextCursor");
                latencies.add(System.nanoTime() - begin);
                next = cursor.isString() ? "&cursor=" + cursor.asString() : null;
            }
        }
    }
}
