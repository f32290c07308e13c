package org.pizzaorders.local.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Generated passwords of one home, stored in a file that only its owner may read. Thread-safe. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    /** @param home is created if absent; secrets of an earlier run there are used again */
    public Secrets(Path home) {
        this.file = Folders.create(home).resolve("secrets.properties");
        try {
            values.load(new StringReader(Folders.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of that name. The first call generates and stores it. */
    public String of(String name) {
        return of(name, 16, HexFormat.of()::formatHex);
    }

    /** The AES-256 key of that name in base64. The first call generates and stores it. */
    public String key(String name) {
        return of(name, 32, Base64.getEncoder()::encodeToString);
    }

    private synchronized String of(String name, int length, Function<byte[], String> text) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        values.setProperty(name, text.apply(bytes));
        save();
        return values.getProperty(name);
    }

    /** The file, so that people know where a password is. */
    public Path file() {
        return file;
    }

    private void save() {
        Folders.writeSecret(
                file,
                values.stringPropertyNames().stream()
                        .sorted()
                        .map(name -> name + "=" + values.getProperty(name))
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
