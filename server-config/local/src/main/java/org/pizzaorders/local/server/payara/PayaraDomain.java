package org.pizzaorders.local.server.payara;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    PayaraDomain(Path home, PayaraInstallation installation, int adminPort, Secrets secrets) {
        this.home = home;
        this.installation = installation;
        this.adminPort = adminPort;
        this.secrets = secrets;
    }

    /** Where its configuration, its deployed applications and its logs are. */
    Path folder() {
        return domains().resolve(NAME);
    }

    Path domains() {
        return home.resolve("domains");
    }

    Path log() {
        return home.resolve("asadmin.log");
    }

    /** The commands for its first start. */
    Path installScript() {
        return home.resolve("install.asadmin");
    }

    /** Whether it is there and was started once with the scripts of today. */
    boolean installed() {
        return Files.isDirectory(folder()) && Folders.read(marker()).equals(fingerprint());
    }

    void markInstalled() {
        Folders.write(marker(), fingerprint());
    }

    /** Makes it anew. */
    void create() {
        Folders.delete(domains());
        Folders.create(domains());
        SCRIPTS.forEach(script -> Folders.write(home.resolve(script), Resources.text("payara/" + script)));
        if (run("create-domain.sh") != 0) {
            throw new LocalRunException(
                    "Payara could not create its domain: " + Folders.tail(log()) + " (see " + log() + ")");
        }
    }

    /** Into the started domain; whether it worked. */
    boolean deploy(Path ear) {
        return run("deploy.sh", ear.toString()) == 0;
    }

    /** From the started domain; whether it worked. */
    boolean undeploy() {
        return run("undeploy.sh") == 0;
    }

    private int run(String script, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return Commands.run(Processes.detached(command), environment(), log());
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

    private Path marker() {
        return home.resolve("installed");
    }

    private String fingerprint() {
        StringBuilder all = new StringBuilder(installation.home() + " " + adminPort + " " + Versions.of("payara"));
        SCRIPTS.forEach(script -> all.append(Resources.text("payara/" + script)));
        return Checksum.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
