package org.pizzaorders.local.files;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds the results of the build beside this module's classes. */
public final class BuildOutput {

    private BuildOutput() {}

    /** The build folder of the module that a class belongs to. */
    public static Path folderOf(Class<?> type) {
        return jarOf(type).getParent();
    }

    /** The jar or the folder that a class came from. */
    public static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
