package org.pizzaorders.local.simulator.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Refund;

/**
 * What each test card does; the README lists all of them. A token is one of these names, which always works, or such a
 * name with a suffix, such as {@code tok_visa_7Hk2}. A token with a suffix works once, like a token that the provider
 * gave a customer for a card.
 */
final class Cards {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int FLAKY_FAILURES = 2;

    private static final Set<String> KNOWN = Set.of(
            "tok_visa",
            "tok_declined",
            "tok_insufficient_funds",
            "tok_flaky",
            "tok_error",
            "tok_timeout",
            "tok_slow",
            "tok_reset",
            "tok_unheard",
            "tok_broken",
            "tok_brokenLate",
            "tok_pendingRefund",
            "tok_pendingRefundFail",
            "tok_refundFail");

    private Cards() {}

    static boolean isKnown(String token) {
        return KNOWN.contains(card(token));
    }

    static boolean worksOnce(String token) {
        return !KNOWN.contains(token);
    }

    /** The card of a token. */
    private static String card(String token) {
        return KNOWN.stream()
                .filter(name -> token.equals(name) || token.startsWith(name + "_"))
                .findFirst()
                .orElse(token);
    }

    /** Whether making an intent fails. The provider repeats this answer as long as it knows the key. */
    static boolean failsOpening(String token) {
        return Set.of("tok_broken", "tok_brokenLate").contains(card(token));
    }

    /** Whether this failure comes after the intent was made. */
    static boolean failsLate(String token) {
        return "tok_brokenLate".equals(card(token));
    }

    /** Whether the answer about a new intent is lost on its way. */
    static boolean losesOpening(String token, int call) {
        return "tok_unheard".equals(card(token)) && call == 1;
    }

    /** The statuses of a refund to the card: at first, and some time later. */
    static List<Refund.Status> refund(String token) {
        return switch (card(token)) {
            case "tok_pendingRefund" -> List.of(Refund.Status.pending, Refund.Status.succeeded);
            case "tok_pendingRefundFail" -> List.of(Refund.Status.pending, Refund.Status.failed);
            case "tok_refundFail" -> List.of(Refund.Status.succeeded, Refund.Status.failed);
            default -> List.of(Refund.Status.succeeded);
        };
    }

    static Answer unknown(String token) {
        return ProviderJson.unknownToken(token);
    }

    /** Why the card is declined for good, as in the answer to the charge. */
    static Optional<String> declineCode(String token) {
        return switch (card(token)) {
            case "tok_declined" -> Optional.of("generic_decline");
            case "tok_insufficient_funds" -> Optional.of("insufficient_funds");
            default -> Optional.empty();
        };
    }

    /** What prevents a charge of the card at this call; empty if nothing does. */
    static Optional<Answer> obstacle(String token, int call) {
        return switch (card(token)) {
            case "tok_slow" -> after(SLOW, Optional::empty);
            case "tok_declined", "tok_insufficient_funds" -> declineCode(token).map(ProviderJson::declined);
            case "tok_flaky" -> call <= FLAKY_FAILURES ? Optional.of(ProviderJson.failure(503)) : Optional.empty();
            case "tok_error" -> Optional.of(ProviderJson.failure(500));
            case "tok_timeout" -> after(HANG, () -> Optional.of(ProviderJson.failure(504)));
            default -> isKnown(token) ? Optional.empty() : Optional.of(unknown(token));
        };
    }

    /** Whether the answer about a charge is lost on its way. */
    static boolean losesAnswer(String token, int call) {
        return "tok_reset".equals(card(token)) && call == 1;
    }

    private static Optional<Answer> after(Duration delay, Supplier<Optional<Answer>> outcome) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return outcome.get();
    }
}
