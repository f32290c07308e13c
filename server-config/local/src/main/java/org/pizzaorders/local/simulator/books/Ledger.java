package org.pizzaorders.local.simulator.books;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The provider's books, as {@code GET /ledger} shows them. Amounts are in the provider's units. Refunded counts only
 * refunds that succeeded.
 */
record Ledger(List<ChargeLine> charges, List<RefundLine> refunds, List<Attempts> attempts) {

    record ChargeLine(
            String id,
            String paymentIntent,
            long amount,
            String currency,
            String token,
            String idempotencyKey,
            Map<String, String> metadata,
            int calls,
            Instant at,
            long refunded) {}

    record RefundLine(
            String id,
            String paymentIntent,
            long amount,
            String currency,
            String idempotencyKey,
            int calls,
            Instant at,
            Refund.Status status) {}

    static Ledger of(Collection<Charge> charges, List<Refund> refunds, Map<String, Attempts> attempts) {
        Map<String, Long> refunded = refunds.stream()
                .filter(Refund::isDone)
                .collect(Collectors.groupingBy(Refund::paymentIntent, Collectors.summingLong(Refund::amount)));
        return new Ledger(
                charges.stream()
                        .map(charge -> line(charge, calls(attempts, charge), refunded))
                        .toList(),
                refunds.stream()
                        .map(refund -> line(refund, calls(attempts, refund.idempotencyKey())))
                        .toList(),
                List.copyOf(attempts.values()));
    }

    private static ChargeLine line(Charge charge, int calls, Map<String, Long> refunded) {
        return new ChargeLine(
                charge.id(),
                charge.paymentIntent(),
                charge.amount(),
                charge.currency(),
                charge.token(),
                charge.idempotencyKey(),
                charge.metadata(),
                calls,
                charge.at(),
                refunded.getOrDefault(charge.paymentIntent(), 0L));
    }

    private static RefundLine line(Refund refund, int calls) {
        return new RefundLine(
                refund.id(),
                refund.paymentIntent(),
                refund.amount(),
                refund.currency(),
                refund.idempotencyKey(),
                calls,
                refund.at(),
                refund.status());
    }

    /** The calls that made the intent, and those that confirmed it. */
    private static int calls(Map<String, Attempts> attempts, Charge charge) {
        return calls(attempts, charge.idempotencyKey()) + calls(attempts, charge.paymentIntent());
    }

    private static int calls(Map<String, Attempts> attempts, String key) {
        return attempts.containsKey(key) ? attempts.get(key).calls() : 0;
    }
}
