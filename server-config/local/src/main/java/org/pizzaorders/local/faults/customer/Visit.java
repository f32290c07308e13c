package org.pizzaorders.local.faults.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.pizzaorders.local.faults.plan.Phase;
import org.pizzaorders.local.faults.plan.PlannedOrder;
import org.pizzaorders.local.faults.plan.Stopwatch;

/**
 * One customer. Orders, and retries under one key, at either server, until there is an answer. Then cancels, pays again,
 * or lets the staff move the order, as planned. Uses one thread.
 */
public final class Visit {

    private static final List<String> KITCHEN = List.of("CONFIRMED", "PREPARING", "READY", "DELIVERED");
    private static final Set<String> PAYMENT_SETTLED = Set.of("PAID", "PAYMENT_FAILED", "CANCELLED", "CONFIRMED");
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS = 60;
    private static final int FIRST_WAIT_MILLIS = 500;
    private static final int LONGEST_WAIT_MILLIS = 8_000;

    private final PlannedOrder plan;
    private final String email;
    private final Counter counter;
    private final Phase phase;

    private final List<String> refusals = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private boolean cancelled;
    private int payments;
    private int retries;
    private int serverErrors;
    private int server;

    /** @param run makes addresses and keys unique to this run */
    public Visit(PlannedOrder plan, String run, Counter counter, Phase phase) {
        this.plan = plan;
        this.email = run + "-" + plan.number() + "@pizza.test";
        this.counter = counter;
        this.phase = phase;
        this.server = plan.number();
    }

    Receipt make() {
        Optional<String> order = place();
        order.ifPresent(this::follow);
        return new Receipt(
                plan,
                email,
                order,
                List.copyOf(refusals),
                cancelled,
                List.copyOf(steps),
                payments,
                retries,
                serverErrors);
    }

    private Optional<String> place() {
        return post("/api/v1/orders", Wish.json(plan, email), 201).map(reply -> reply.text("id"));
    }

    private void follow(String order) {
        if (plan.cancelAfter().isPresent()) {
            Stopwatch.pause(plan.cancelAfter().get(), phase::isOver);
            cancel(order);
            return;
        }
        plan.repayments().forEach(card -> payAgain(order, card));
        if (plan.steps() > 0) {
            move(order);
        }
    }

    private void cancel(String order) {
        if (!phase.isOver()) {
            cancelled = post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"changed my mind\"}", 202)
                    .isPresent();
        }
    }

    /** Pays again. Refused while the payment before is in progress; until one succeeds, the order says that it failed. */
    private void payAgain(String order, String card) {
        if (plan.token().isEmpty() || !awaitStatus(order, PAYMENT_SETTLED).equals("PAYMENT_FAILED")) {
            return;
        }
        String wish = "{\"orderId\":\"%s\",\"method\":\"CARD\",\"token\":\"%s\"}".formatted(order, card);
        for (int look = 0; look < LOOKS && !phase.isOver(); look++) {
            if (post("/api/v1/payments", wish, 202).isPresent()) {
                payments++;
                return;
            }
            Stopwatch.pause(LOOK, phase::isOver);
        }
    }

    private void move(String order) {
        Set<String> enough = payments > 0 ? Set.of("PAID", "CANCELLED") : PAYMENT_SETTLED;
        if (plan.token().isPresent() && !awaitStatus(order, enough).equals("PAID")) {
            return;
        }
        for (String step : KITCHEN.subList(0, plan.steps())) {
            boolean done = !phase.isOver()
                    && post("/api/v1/orders/" + order + "/status", "{\"status\":\"" + step + "\"}", 200)
                            .isPresent();
            if (!done) {
                return;
            }
            steps.add(step);
        }
    }

    /** Waits until the order's status is one of these. Returns it, or the last one seen. */
    private String awaitStatus(String order, Set<String> enough) {
        String status = "";
        for (int look = 0; look < LOOKS && !phase.isOver() && !enough.contains(status); look++) {
            Stopwatch.pause(LOOK, phase::isOver);
            Reply reply = counter.get(server++, "/api/v1/orders/" + order);
            status = reply.status() == 200 ? reply.text("status") : status;
        }
        return status;
    }

    /** The answer if it has the wanted status. 409 is a valid answer to a step only. */
    private Optional<Reply> post(String path, String json, int wished) {
        String key = UUID.randomUUID().toString();
        Optional<Reply> reply = insist(where -> counter.post(where, path, json, key));
        reply.filter(answer -> answer.status() != wished)
                .filter(answer -> answer.status() != 409 || wished == 201)
                .ifPresent(answer -> refusals.add(
                        path.replaceAll("[0-9a-f-]{36}", "…") + " " + answer.status() + " " + answer.text("code")));
        return reply.filter(answer -> answer.status() == wished);
    }

    private Optional<Reply> insist(IntFunction<Reply> request) {
        int wait = FIRST_WAIT_MILLIS;
        while (!phase.isClosed()) {
            Reply reply = request.apply(server++);
            if (!reply.isTemporary()) {
                return Optional.of(reply);
            }
            serverErrors += reply.status() == 500 ? 1 : 0;
            retries++;
            Stopwatch.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(wait / 2, wait)), phase::isClosed);
            wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
        }
        return Optional.empty();
    }
}
