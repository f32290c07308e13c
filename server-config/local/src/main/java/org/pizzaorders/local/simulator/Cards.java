package org.pizzaorders.local.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What each test card does. {@code tok_visa} pays, {@code tok_declined} and {@code tok_insufficient_funds} are declined,
 * {@code tok_flaky} fails twice per payment, {@code tok_error} always, {@code tok_timeout} hangs for a minute,
 * {@code tok_slow} takes three seconds, {@code tok_reset} charges and breaks the connection of the first call that does.
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
            "tok_reset");

    private Cards() {}

    static boolean isKnown(String token) {
        return KNOWN.contains(token);
    }

    static Answer unknown(String token) {
        return ProviderJson.invalid("payment_method_data[card][token]", "No such token: " + token);
    }

    /** Why the card refuses for good, as the answer to its charge has it. */
    static Optional<String> declineCode(String token) {
        return switch (token) {
            case "tok_declined" -> Optional.of("generic_decline");
            case "tok_insufficient_funds" -> Optional.of("insufficient_funds");
            default -> Optional.empty();
        };
    }

    /** What stops the card from being charged at this call; empty when nothing does. */
    static Optional<Answer> obstacle(String token, int call) {
        return switch (token) {
            case "tok_visa", "tok_reset" -> Optional.empty();
            case "tok_slow" -> after(SLOW, Optional::empty);
            case "tok_declined", "tok_insufficient_funds" -> declineCode(token).map(ProviderJson::declined);
            case "tok_flaky" -> call <= FLAKY_FAILURES ? Optional.of(ProviderJson.failure(503)) : Optional.empty();
            case "tok_error" -> Optional.of(ProviderJson.failure(500));
            case "tok_timeout" -> after(HANG, () -> Optional.of(ProviderJson.failure(504)));
            default -> Optional.of(unknown(token));
        };
    }

    /** Whether the answer to a charge that was made is lost on its way. */
    static boolean losesAnswer(String token, int call) {
        return "tok_reset".equals(token) && call == 1;
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
