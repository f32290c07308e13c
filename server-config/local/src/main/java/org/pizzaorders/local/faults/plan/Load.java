package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the orders of a run, at random times around a given rate. The result depends only on the random numbers. */
final class Load {

    private static final List<String> PIZZAS =
            List.of("margherita", "pepperoni", "four-cheeses", "diavola", "capricciosa", "funghi");
    private static final List<String> SIZES = List.of("SMALL", "MEDIUM", "LARGE");
    /** In per cent. The rest pays cash at the door. */
    private static final List<Share> CARDS = List.of(
            new Share("tok_visa", 54),
            new Share("tok_unheard", 3),
            new Share("tok_pendingRefund", 3),
            new Share("tok_declined", 7),
            new Share("tok_insufficient_funds", 5),
            new Share("tok_flaky", 8),
            new Share("tok_slow", 5),
            new Share("tok_reset", 6),
            new Share("tok_timeout", 2),
            new Share("tok_error", 2));

    private record Share(String token, int percent) {}

    private final RandomGenerator random;

    private Load(RandomGenerator random) {
        this.random = random;
    }

    static List<PlannedOrder> of(RandomGenerator random, Duration duration, double perSecond) {
        return new Load(random).draw(duration, perSecond);
    }

    private List<PlannedOrder> draw(Duration duration, double perSecond) {
        List<PlannedOrder> orders = new ArrayList<>();
        Duration at = Duration.ZERO;
        while (true) {
            at = at.plusMillis((long) (random.nextExponential() * 1000 / perSecond));
            if (at.compareTo(duration) >= 0) {
                return orders;
            }
            orders.add(order(orders.size() + 1, at));
        }
    }

    private PlannedOrder order(int number, Duration at) {
        return new PlannedOrder(
                number,
                at,
                token(),
                lines(),
                random.nextInt(100) < 20,
                Optional.of(Duration.ofMillis(random.nextInt(20_000))).filter(ignored -> random.nextInt(100) < 14),
                repayments(),
                random.nextInt(100) < 25 ? random.nextInt(1, 5) : 0);
    }

    private Optional<String> token() {
        int drawn = random.nextInt(100);
        for (Share card : CARDS) {
            drawn -= card.percent();
            if (drawn < 0) {
                return Optional.of(ofACustomer(card.token()));
            }
        }
        return Optional.empty();
    }

    private List<PlannedOrder.Line> lines() {
        return IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(ignored -> new PlannedOrder.Line(pick(PIZZAS), pick(SIZES), random.nextInt(1, 4)))
                .toList();
    }

    private List<String> repayments() {
        if (random.nextInt(100) < 35) {
            return List.of();
        }
        Stream<String> cards = random.nextInt(100) < 30
                ? Stream.of("tok_declined", "tok_visa")
                : Stream.of(pick(List.of("tok_visa", "tok_flaky", "tok_reset")));
        return cards.map(this::ofACustomer).toList();
    }

    /** A token that works once, like a token for a real card. */
    private String ofACustomer(String card) {
        return card + "_" + Long.toHexString(random.nextLong());
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
