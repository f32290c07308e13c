package org.pizzaorders.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.shared.text.DefaultRegion;
import org.pizzaorders.work.RetrySchedule;

/**
 * What administrators decide about notifications, by MicroProfile Config.
 *
 * @param publicUrl {@code pizza.public-url}: where customers find the shop
 * @param from {@code pizza.notification.from}: sender of e-mails
 * @param gateway {@code pizza.notification.gateway.url}: takes SMS, pushes and webhooks; empty for none
 * @param retry {@code pizza.notification.retry.initial-backoff}, {@code .max-backoff}, {@code .backoff-multiplier}
 * @param maxAttempts {@code pizza.notification.max-attempts}: after this number a delivery is given up
 * @param timeLimit {@code pizza.notification.time-limit}: a delivery older than this is not retried
 * @param lease {@code pizza.notification.lease}: how long a claimed delivery belongs to its claimer
 * @param batchSize {@code pizza.notification.batch-size}: deliveries claimed at a time and waiting for a lane, on each channel
 * @param parallel {@code pizza.notification.parallel}: deliveries at the same time on each channel
 * @param region country of phone numbers without a country code
 */
public record NotificationSettings(
        String publicUrl,
        String from,
        Optional<URI> gateway,
        RetrySchedule retry,
        int maxAttempts,
        Duration timeLimit,
        Duration lease,
        int batchSize,
        int parallel,
        DefaultRegion region) {

    public static NotificationSettings of(Config config) {
        return new NotificationSettings(
                value(config, "pizza.public-url", "http://localhost:8080"),
                value(config, "pizza.notification.from", "Pizza Orders <no-reply@pizza.test>"),
                config.getOptionalValue("pizza.notification.gateway.url", URI.class),
                new RetrySchedule(
                        value(config, "pizza.notification.retry.initial-backoff", Duration.ofSeconds(5)),
                        value(config, "pizza.notification.retry.max-backoff", Duration.ofHours(1)),
                        value(config, "pizza.notification.retry.backoff-multiplier", 4.0)),
                value(config, "pizza.notification.max-attempts", 8),
                value(config, "pizza.notification.time-limit", Duration.ofHours(6)),
                value(config, "pizza.notification.lease", Duration.ofSeconds(30)),
                value(config, "pizza.notification.batch-size", 50),
                value(config, "pizza.notification.parallel", 8),
                DefaultRegion.of(config));
    }

    @SuppressWarnings("unchecked")
    private static <T> T value(Config config, String key, T otherwise) {
        return config.getOptionalValue(key, (Class<T>) otherwise.getClass()).orElse(otherwise);
    }

    /** Produces the settings for injection; they are read at that time. */
    @ApplicationScoped
    static class Source {

        @Produces
        static NotificationSettings settings() {
            return of(ConfigProvider.getConfig());
        }
    }
}
