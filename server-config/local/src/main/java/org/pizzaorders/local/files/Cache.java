package org.pizzaorders.local.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.pizzaorders.local.part.LocalRunException;

/**
 * Unpacked server distributions. They are read-only after unpacking, and all homes of a user share them. Several
 * processes may unpack at once: a folder appears complete or not at all.
 */
public final class Cache {

    private Cache() {}

    /** The folder of that name. If it does not exist yet, {@code unpack} fills it. */
    public static Path folder(String name, Consumer<Path> unpack) {
        Path folder = root().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        DirectoryLock lock = DirectoryLock.acquire(root());
        try {
            if (!Files.isDirectory(folder)) {
                fill(folder, unpack);
            }
            return folder;
        } finally {
            lock.close();
        }
    }

    private static void fill(Path folder, Consumer<Path> unpack) {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(fresh);
        unpack.accept(Folders.create(fresh));
        try {
            Files.move(fresh, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Optional.ofNullable(System.getProperty("pizza.cache"))
                .map(Path::of)
                .orElseGet(Cache::ofUser);
    }

    private static Path ofUser() {
        Path caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        Path mine = caches.resolve("pizza-orders");
        try {
            return Files.createDirectories(mine);
        } catch (IOException e) {
            throw new LocalRunException(
                    "Cannot write to " + mine + ". Name a folder to unpack servers into: -Dpizza.cache=/some/folder",
                    e);
        }
    }
}
