package org.pizzaorders.local.server.payara;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.PidFile;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.part.Processes;
import org.pizzaorders.local.server.ServerEnvironment;
import org.pizzaorders.local.server.StackSettings;

/** Tests the administrators' scripts on the domain of the distribution, which contains nothing of Pizza Orders. */
class PayaraScriptsIT {

    private static final List<String> SCRIPTS = List.of(
            "asadmin.sh",
            "apply.sh",
            "install.sh",
            "install.asadmin",
            "uninstall.sh",
            "uninstall.asadmin",
            "undeploy.asadmin");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Predicate<String> OURS = Pattern.compile(
                    "PIZZA|KAFKA_CONNECTOR|(catalog|orders|payments|notifications)-pool|jdbc/(catalog|orders|payments|notifications)"
                            + "|(menu|orders|payments|notifications)-listener|pizza-orders")
            .asPredicate();

    private final Path home = Path.of("target", "payara-scripts").toAbsolutePath();
    private final Path domain = home.resolve("domains").resolve("domain1");
    private final Path log = home.resolve("scripts.log");
    private final StackSettings settings = StackSettings.onFreePorts(home, Optional.empty());
    private final PayaraInstallation payara = PayaraInstallation.locate();
    private final Path driver = BuildOutput.jarOf(org.postgresql.Driver.class);

    @BeforeEach
    void startDomain() {
        Folders.delete(home);
        Folders.create(domain.getParent());
        SCRIPTS.forEach(script -> Folders.write(home.resolve(script), Resources.text("payara/" + script)));
        var delivered = payara.home().resolve("glassfish/domains/domain1");
        assertThat(Commands.run(List.of("cp", "-R", delivered.toString(), domain.toString()), log))
                .isZero();
        var configuration = domain.resolve("config").resolve("domain.xml");
        Folders.write(configuration, onFreePorts(Folders.read(configuration)));
        assertThat(payara.asadmin(
                        environment(),
                        log,
                        "start-domain",
                        "--domaindir",
                        domain.getParent().toString(),
                        "domain1"))
                .as(log.toString())
                .isZero();
    }

    @AfterEach
    void stopDomain() {
        new PidFile(domain.resolve("config").resolve("pid"))
                .process()
                .ifPresent(server -> Processes.terminate(server, PATIENCE));
    }

    @Test
    void uninstallingRestoresTheDomain() {
        run("asadmin.sh", "set", threads(17));
        var before = configuration();

        run("install.sh");
        var installed = configuration();
        run("install.sh");

        assertThat(configuration()).isEqualTo(installed);
        assertThat(installed).filteredOn(OURS).hasSizeGreaterThan(20);
        assertThat(libraries()).contains(driver.getFileName().toString());

        run("uninstall.sh");
        var uninstalled = configuration();
        run("uninstall.sh");

        assertThat(configuration()).isEqualTo(uninstalled);
        assertThat(uninstalled).contains(threads(17)).containsAll(before).noneMatch(OURS);
        assertThat(libraries()).doesNotContain(driver.getFileName().toString());
    }

    /** All settings, one line for each. */
    private SortedSet<String> configuration() {
        return run("asadmin.sh", "get", "*")
                .lines()
                .filter(line -> line.contains("="))
                .collect(toCollection(TreeSet::new));
    }

    private String libraries() {
        return run("asadmin.sh", "list-libraries");
    }

    private static String threads(int most) {
        return "configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=" + most;
    }

    /** Runs the command and returns its output. */
    private String run(String script, String... arguments) {
        var output = home.resolve("output.log");
        Folders.deleteFile(output);
        var command = new ArrayList<>(List.of("sh", home.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var exit = Commands.run(command, environment(), output);
        assertThat(exit).as(script + ": " + Folders.read(output)).isZero();
        return Folders.read(output);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(ServerEnvironment.of(settings, new Secrets(home)));
        environment.put("AS_JAVA", System.getProperty("java.home"));
        environment.put("PAYARA_HOME", payara.home().toString());
        environment.put("PIZZA_ADMIN_PORT", Integer.toString(settings.port(Port.ADMIN)));
        environment.put("PIZZA_JDBC_DRIVER", driver.toString());
        return environment;
    }

    /** On loopback, with ports that do not disturb other programs of this machine. */
    private String onFreePorts(String configuration) {
        return Pattern.compile("(port|value)=\"(\\d{4,5})\"")
                .matcher(configuration.replace("0.0.0.0", Ports.LOOPBACK))
                .replaceAll(port -> port.group(1) + "=\""
                        + (port.group(2).equals("4848") ? settings.port(Port.ADMIN) : Ports.free()) + "\"");
    }
}
