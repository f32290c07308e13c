package org.pizzaorders.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Processes;

/**
 * How a root user starts PostgreSQL, which refuses to run as root. In a user namespace without mappings root looks like
 * nobody, and files need no new owner. If namespaces are forbidden, as in many containers, the process runs as nobody,
 * and keeps one capability, so that it can use a home below root's own folders.
 */
enum Unprivileged {
    PLAIN(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    CAPABILITY(List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The first way that works here. */
    static Unprivileged detect() {
        if (!"root".equals(System.getProperty("user.name")) || Processes.onWindows()) {
            return PLAIN;
        }
        return Stream.of(NAMESPACE, CAPABILITY, NOBODY)
                .filter(Unprivileged::works)
                .findFirst()
                .orElseThrow(
                        () -> new LocalRunException(
                                "PostgreSQL does not run as root, and neither unshare nor setpriv works here. Run this as an ordinary user."));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Makes the user of the command the owner of the folder and everything in it. */
    void own(Path folder) {
        if (this != CAPABILITY && this != NOBODY) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
                Files.setAttribute(file, "unix:gid", NOBODY_ID);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(command(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
