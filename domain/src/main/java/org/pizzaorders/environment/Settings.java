package org.pizzaorders.environment;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings by MicroProfile Config. Their users read them once, at their own start. */
public final class Settings {

    private Settings() {}

    public static Duration duration(String key, Duration otherwise) {
        return ConfigProvider.getConfig().getOptionalValue(key, Duration.class).orElse(otherwise);
    }

    public static int integer(String key, int otherwise) {
        return ConfigProvider.getConfig().getOptionalValue(key, Integer.class).orElse(otherwise);
    }
}
