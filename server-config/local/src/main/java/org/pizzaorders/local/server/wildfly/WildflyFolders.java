package org.pizzaorders.local.server.wildfly;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.Checksum;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.files.Versions;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.server.AdminScripts;

/**
 * The configuration of one WildFly server with the application in it, below one folder; made by the scripts in
 * {@code server-config/wildfly}, and made anew when those or the application change. It holds no data of the
 * application.
 */
final class WildflyFolders {

    private static final List<String> SCRIPTS = List.of(
            "create-server.sh", "install-modules.sh", "install.cli", "start-server.sh", "deploy.sh", "undeploy.sh");

    private final Path home;
    private final WildflyInstallation installation;
    private final Optional<Path> ear;
    private final Secrets secrets;
    private final AdminScripts scripts;

    WildflyFolders(Path home, WildflyInstallation installation, Optional<Path> ear, Secrets secrets) {
        this.home = home;
        this.installation = installation;
        this.ear = ear;
        this.secrets = secrets;
        this.scripts = new AdminScripts("wildfly", home, home.resolve("wildfly-scripts.log"), SCRIPTS);
    }

    /** What the server below that folder says of itself. */
    static Path serverLog(Path home) {
        return home.resolve("server").resolve("log").resolve("server.log");
    }

    /** What WildFly calls the server's base directory. */
    Path server() {
        return home.resolve("server");
    }

    AdminScripts scripts() {
        return scripts;
    }

    /** What all scripts want to know. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JBOSS_HOME", installation.home().toString());
        environment.put("PIZZA_SERVER", server().toString());
        return environment;
    }

    /** Makes it where it is missing or not of today's scripts and application. */
    void create() {
        if (scripts.haveMade(what())) {
            return;
        }
        Folders.delete(server());
        scripts.copy();
        Map<String, String> environment = environment();
        environment.put("PIZZA_ADMIN_PASSWORD", secrets.of("admin"));
        environment.put(
                "PIZZA_JDBC_DRIVER",
                BuildOutput.jarOf(org.postgresql.Driver.class).toString());
        environment.put("PIZZA_ECLIPSELINK", installation.eclipselink().toString());
        ear.ifPresent(archive -> environment.put("PIZZA_EAR", archive.toString()));
        if (!scripts.run(environment, "create-server.sh")) {
            throw new LocalRunException(
                    "WildFly could not be configured: " + Folders.tail(scripts.log()) + " (see " + scripts.log() + ")");
        }
        scripts.markMade(what());
    }

    private String what() {
        return installation.home() + " " + Versions.of("wildfly") + Checksum.of(installation.eclipselink())
                + ear.map(Checksum::of).orElse("");
    }
}
