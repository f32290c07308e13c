package org.pizzaorders.local.server.wildfly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.Versions;
import org.pizzaorders.local.part.LocalRunException;

/**
 * The unpacked distribution beside this module's classes, and EclipseLink, which WildFly does not have. Both are
 * read-only, and all servers share them.
 */
record WildflyInstallation(Path home, Path eclipselink) {

    static WildflyInstallation locate() {
        Path servers = BuildOutput.folderOf(WildflyInstallation.class).resolve("servers");
        Path home = Optional.ofNullable(System.getProperty("pizza.wildfly.home"))
                .map(Path::of)
                .orElseGet(() -> servers.resolve("wildfly-" + Versions.of("wildfly")));
        Path eclipselink = servers.resolve("eclipselink.jar");
        if (!Files.isDirectory(home.resolve("standalone")) || !Files.isRegularFile(eclipselink)) {
            throw new LocalRunException(
                    "There is no WildFly in " + home + " or no " + eclipselink + ": run mvn package -Dserver=wildfly.");
        }
        return new WildflyInstallation(home, eclipselink);
    }
}
