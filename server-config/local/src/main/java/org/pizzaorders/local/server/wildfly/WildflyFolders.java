package org.pizzaorders.local.server.wildfly;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.Checksum;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.files.Versions;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Processes;

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

    WildflyFolders(Path home, WildflyInstallation installation, Optional<Path> ear, Secrets secrets) {
        this.home = home;
        this.installation = installation;
        this.ear = ear;
        this.secrets = secrets;
    }

    /** What WildFly calls the server's base directory. */
    Path server() {
        return home.resolve("server");
    }

    /** What the scripts have to say. */
    Path scriptLog() {
        return home.resolve("wildfly-scripts.log");
    }

    /** A script to be run. */
    Path script(String name) {
        return home.resolve(name);
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
        if (Folders.read(marker()).equals(fingerprint())) {
            return;
        }
        Folders.delete(server());
        Folders.create(home);
        SCRIPTS.forEach(script -> Folders.write(script(script), Resources.text("wildfly/" + script)));
        Map<String, String> environment = environment();
        environment.put("PIZZA_ADMIN_PASSWORD", secrets.of("admin"));
        environment.put(
                "PIZZA_JDBC_DRIVER",
                BuildOutput.jarOf(org.postgresql.Driver.class).toString());
        environment.put("PIZZA_ECLIPSELINK", installation.eclipselink().toString());
        ear.ifPresent(archive -> environment.put("PIZZA_EAR", archive.toString()));
        List<String> command = List.of("sh", script("create-server.sh").toString());
        if (Commands.run(Processes.detached(command), environment, scriptLog()) != 0) {
            throw new LocalRunException(
                    "WildFly could not be configured: " + Folders.tail(scriptLog()) + " (see " + scriptLog() + ")");
        }
        Folders.write(marker(), fingerprint());
    }

    private Path marker() {
        return home.resolve("installed");
    }

    private String fingerprint() {
        StringBuilder all = new StringBuilder(installation.home() + " " + Versions.of("wildfly"));
        all.append(Checksum.of(installation.eclipselink()));
        all.append(ear.map(Checksum::of).orElse(""));
        SCRIPTS.forEach(script -> all.append(Resources.text("wildfly/" + script)));
        return Checksum.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
