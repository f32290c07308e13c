package org.pizzaorders.payment.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the provider is and how long it may take.
 *
 * @param key secret; empty if none is configured
 */
public record ProviderSettings(String url, Optional<String> key, Duration connectTimeout, Duration readTimeout) {

    /** Until there is an answer, or none to be expected. */
    public Duration longestCall() {
        return connectTimeout.plus(readTimeout);
    }

    @Override
    public String toString() {
        return "ProviderSettings[url=" + url + "]";
    }
}
