package org.pizzaorders.local.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What each test card does. {@code tok_visa} pays, {@code tok_declined} and {@code tok_insufficient_funds} are declined,
 * {@code tok_flaky} fails twice per idempotency key, {@code tok_error} always, {@code tok_timeout} hangs for a minute,
 * {@code tok_slow} takes three seconds, {@code tok_reset} charges and breaks the connection of the key's first call.
 */
final class Cards {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int FLAKY_FAILURES = 2;

    private Cards() {}

    /** What stops the card from being charged at this call; empty when nothing does. */
    static Optional<Answer> obstacle(String token, int call) {
        return switch (token) {
            case "tok_visa", "tok_reset" -> Optional.empty();
            case "tok_slow" -> after(SLOW, Optional::empty);
            case "tok_declined" -> Optional.of(ProviderJson.declined("generic_decline"));
            case "tok_insufficient_funds" -> Optional.of(ProviderJson.declined("insufficient_funds"));
            case "tok_flaky" -> call <= FLAKY_FAILURES ? Optional.of(ProviderJson.failure(503)) : Optional.empty();
            case "tok_error" -> Optional.of(ProviderJson.failure(500));
            case "tok_timeout" -> after(HANG, () -> Optional.of(ProviderJson.failure(504)));
            default -> Optional.of(ProviderJson.invalid("payment_method_data[card][token]", "No such token: " + token));
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
