package org.pizzaorders.local.server.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.server.XmlMeaning;

/** Tests the administrators' scripts on a WildFly that listens on no port. After the inverse scripts nothing is left. */
@EnabledIfSystemProperty(named = "server", matches = "wildfly")
class WildflyScriptsIT {

    private static final List<String> SCRIPTS =
            List.of("install.cli", "uninstall.cli", "install-modules.sh", "uninstall-modules.sh");

    private final WildflyInstallation wildfly = WildflyInstallation.locate();

    @TempDir
    private Path home;

    @BeforeEach
    void usesAFreshServer() throws IOException {
        SCRIPTS.forEach(script -> Folders.write(home.resolve(script), Resources.text("wildfly/" + script)));
        Folders.create(home.resolve("modules"));
        copy(wildfly.home().resolve("standalone"), home.resolve("server"));
    }

    @Test
    void leaveTheConfigurationAsItWas() throws IOException {
        var delivered = configuration();
        run("install-modules.sh");

        manage("install.cli");
        var installed = configuration();
        manage("install.cli");
        assertThat(installed).contains("pizza-orders.ear#kafka-connector.rar");
        assertThat(configuration()).isEqualTo(installed);

        manage(deployment(), "uninstall.cli");
        assertThat(configuration()).isEqualTo(delivered);
        manage("uninstall.cli");
        assertThat(configuration()).isEqualTo(delivered);
    }

    @Test
    void leaveNoModule() throws IOException {
        run("install-modules.sh");
        var installed = files(home.resolve("modules"));
        run("install-modules.sh");

        assertThat(installed).contains(Path.of("org/postgresql/jdbc/main/postgresql.jar"));
        assertThat(files(home.resolve("modules"))).isEqualTo(installed);

        run("uninstall-modules.sh");
        run("uninstall-modules.sh");
        assertThat(files(home.resolve("modules"))).isEmpty();
    }

    /** Runs commands in an embedded server, which stores deployments but does not start them. */
    private void manage(String... scripts) {
        var commands = new StringBuilder("embed-server --std-out=discard\n");
        Stream.of(scripts)
                .map(script -> script.endsWith(".cli") ? Folders.read(home.resolve(script)) : script)
                .forEach(text -> commands.append(text).append('\n'));
        var file = home.resolve("commands.cli");
        Folders.write(file, commands.append("stop-embedded-server\n").toString());
        sh(wildfly.home().resolve("bin/jboss-cli.sh"), "--file=" + file);
    }

    private String deployment() throws IOException {
        var archive = home.resolve("pizza-orders.ear");
        new JarOutputStream(Files.newOutputStream(archive), new Manifest()).close();
        return "deploy " + archive;
    }

    private void run(String script) {
        sh(home.resolve(script));
    }

    private void sh(Path script, String... arguments) {
        var log = home.resolve("log");
        var command = Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments))
                .toList();
        assertThat(Commands.run(command, environment(), log))
                .as(() -> Folders.read(log))
                .isZero();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JBOSS_HOME", wildfly.home().toString());
        environment.put("JAVA_OPTS", "-Djboss.server.base.dir=" + home.resolve("server"));
        environment.put("PIZZA_MODULES", home.resolve("modules").toString());
        environment.put(
                "JBOSS_MODULEPATH",
                home.resolve("modules") + File.pathSeparator + wildfly.home().resolve("modules"));
        environment.put("PIZZA_ECLIPSELINK", wildfly.eclipselink().toString());
        environment.put(
                "PIZZA_JDBC_DRIVER",
                BuildOutput.jarOf(org.postgresql.Driver.class).toString());
        return environment;
    }

    private String configuration() {
        return XmlMeaning.of(home.resolve("server/configuration/standalone.xml"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            var files = new TreeSet<Path>();
            all.filter(file -> !file.equals(folder)).map(folder::relativize).forEach(files::add);
            return files;
        }
    }
}
