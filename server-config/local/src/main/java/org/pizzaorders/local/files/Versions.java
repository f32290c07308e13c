package org.pizzaorders.local.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of what the build downloads and does not put on the class path. */
public final class Versions {

    private static final Properties VERSIONS = load();

    private Versions() {}

    public static String of(String name) {
        return VERSIONS.getProperty(name);
    }

    private static Properties load() {
        try (InputStream in = Versions.class.getResourceAsStream("/org/pizzaorders/local/versions.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
