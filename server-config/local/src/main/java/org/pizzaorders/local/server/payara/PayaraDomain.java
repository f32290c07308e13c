package org.pizzaorders.local.server.payara;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.files.Versions;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.server.AdminScripts;

/**
 * A Payara domain below one folder, made by the scripts in {@code server-config/payara} and made anew when those
 * scripts change. The domain holds no data of the application.
 */
final class PayaraDomain {

    static final String NAME = "pizza";
    private static final List<String> SCRIPTS = List.of(
            "create-domain.sh",
            "install.asadmin",
            "asadmin.sh",
            "apply.sh",
            "deploy.sh",
            "connector-pool.asadmin",
            "undeploy.sh",
            "undeploy.asadmin");

    private final Path home;
    private final PayaraInstallation installation;
    private final int adminPort;
    private final Secrets secrets;
    private final AdminScripts scripts;

    PayaraDomain(Path home, PayaraInstallation installation, int adminPort, Secrets secrets) {
        this.home = home;
        this.installation = installation;
        this.adminPort = adminPort;
        this.secrets = secrets;
        this.scripts = new AdminScripts("payara", home, home.resolve("asadmin.log"), SCRIPTS);
    }

    /** What the server of a domain below that folder says of itself. */
    static Path serverLog(Path home) {
        return home.resolve("domains").resolve(NAME).resolve("logs").resolve("server.log");
    }

    /** Where its configuration, its deployed applications and its logs are. */
    Path folder() {
        return domains().resolve(NAME);
    }

    Path domains() {
        return home.resolve("domains");
    }

    Path log() {
        return scripts.log();
    }

    /** The commands for its first start. */
    Path installScript() {
        return scripts.path("install.asadmin");
    }

    /** Whether it is there and was started once with the scripts of today. */
    boolean installed() {
        return Files.isDirectory(folder()) && scripts.haveMade(what());
    }

    void markInstalled() {
        scripts.markMade(what());
    }

    /** Makes it anew. */
    void create() {
        Folders.delete(domains());
        Folders.create(domains());
        scripts.copy();
        if (!scripts.run(environment(), "create-domain.sh")) {
            throw new LocalRunException(
                    "Payara could not create its domain: " + Folders.tail(log()) + " (see " + log() + ")");
        }
    }

    /** Into the started domain; whether it worked. */
    boolean deploy(Path ear) {
        return scripts.run(environment(), "deploy.sh", ear.toString());
    }

    /** From the started domain; whether it worked. */
    boolean undeploy() {
        return scripts.run(environment(), "undeploy.sh");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PAYARA_HOME", installation.home().toString());
        environment.put("PIZZA_DOMAINS", domains().toString());
        environment.put("PIZZA_DOMAIN", NAME);
        environment.put("PIZZA_ADMIN_PORT", Integer.toString(adminPort));
        environment.put("PIZZA_ADMIN_PASSWORD", secrets.of("admin"));
        environment.put(
                "PIZZA_JDBC_DRIVER",
                BuildOutput.jarOf(org.postgresql.Driver.class).toString());
        environment.put("AS_JAVA", System.getProperty("java.home"));
        return environment;
    }

    private String what() {
        return installation.home() + " " + adminPort + " " + Versions.of("payara");
    }
}
