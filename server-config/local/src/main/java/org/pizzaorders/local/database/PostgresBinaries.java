package org.pizzaorders.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.pizzaorders.local.files.Cache;
import org.pizzaorders.local.files.TarXz;
import org.pizzaorders.local.files.Versions;
import org.pizzaorders.local.part.LocalRunException;

/** PostgreSQL's programs for this machine. They are unpacked once per user, from the jar on the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code initdb}, {@code pg_ctl} and {@code postgres}. */
    static Path folder() {
        String archive = "postgres-" + system() + "-" + architecture() + ".txz";
        String name = "postgresql-" + Versions.of("postgres") + "-" + system() + "-" + architecture();
        return Cache.folder(name, target -> unpack(archive, target)).resolve("bin");
    }

    private static void unpack(String archive, Path target) {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (in == null) {
                throw new LocalRunException("There are no PostgreSQL binaries for this machine (" + archive
                        + "). Use Linux, macOS or Windows on amd64, or Linux or macOS on arm64.");
            }
            TarXz.unpack(in, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "darwin";
        }
        return name.contains("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        return "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
    }
}
