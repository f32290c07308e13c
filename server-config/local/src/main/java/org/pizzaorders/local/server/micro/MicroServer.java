package org.pizzaorders.local.server.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.PidFile;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Processes;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.Readiness;
import org.pizzaorders.local.server.Refusals;
import org.pizzaorders.local.server.ServerEnvironment;
import org.pizzaorders.local.server.StackSettings;
import org.pizzaorders.local.server.payara.PayaraServer;

/**
 * One process of Payara Micro with a web archive and the connector beside it. It stores nothing: each start unpacks the
 * server again and runs the administrators' commands. If a killed runner left a process in the same folder, that process
 * is stopped first.
 */
public final class MicroServer implements ApplicationServer {

    private final String name;
    private final Path home;
    private final StackSettings settings;
    private final Secrets secrets;
    private final Port port;
    private final Path archive;
    private final Set<MicroService> services;
    private final Refusals refusals;

    /**
     * @param archive the web archive
     * @param services those in the archive; the process gets only their databases
     */
    private MicroServer(
            String name,
            Path home,
            StackSettings settings,
            Secrets secrets,
            Port port,
            Path archive,
            Set<MicroService> services) {
        this.name = name;
        this.home = home;
        this.settings = settings;
        this.secrets = secrets;
        this.port = port;
        this.archive = archive;
        this.services = services;
        this.refusals = new Refusals(log(), PayaraServer.REFUSAL);
    }

    /** Makes one process with everything, or with {@code -Dslices} one process for each service. */
    public static ApplicationServer chosen(String name, String folder, StackSettings settings, Secrets secrets) {
        return MicroSlices.wanted()
                ? new MicroSlices(name, folder, settings, secrets)
                : whole(name, folder, settings, secrets, MicroInstallation.archive(Optional.empty()));
    }

    /** @param archive with all services */
    public static MicroServer whole(String name, String folder, StackSettings settings, Secrets secrets, Path archive) {
        return new MicroServer(
                name,
                settings.folder(folder),
                settings,
                secrets,
                Port.HTTP,
                archive,
                EnumSet.allOf(MicroService.class));
    }

    /** Makes a process with only this service, on its port. */
    static MicroServer slice(
            String name, String folder, StackSettings settings, Secrets secrets, MicroService service) {
        return new MicroServer(
                name + " with " + service.title(),
                settings.folder(folder).resolve(service.title()),
                settings,
                secrets,
                service.port(),
                MicroInstallation.archive(Optional.of(service)),
                Set.of(service));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String url() {
        return settings.url(port);
    }

    @Override
    public Path log() {
        return home.resolve(home.getFileName() + ".log");
    }

    @Override
    public Optional<String> console() {
        return Optional.empty();
    }

    @Override
    public void prepare() {
        Folders.create(home);
        close();
    }

    @Override
    public void start(Duration patience) {
        launch();
        awaitReady(patience);
    }

    /** Starts the process, and does not wait for its application. */
    void launch() {
        close();
        port.requireFree(settings.port(port));
        Path temporary = Folders.create(home).resolve("tmp");
        Folders.delete(temporary);
        Folders.create(temporary);
        Folders.write(home.resolve("install.asadmin"), commands());
        refusals.begin();
        ProcessBuilder builder = new ProcessBuilder(Processes.detached(command(temporary)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment());
        try {
            Folders.write(pidFile(), Long.toString(builder.start().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady(Duration patience) {
        Readiness.await(this, patience, "/api/v1", "/health/ready");
    }

    @Override
    public Optional<String> refusal() {
        return refusals.reason();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return new PidFile(pidFile()).process();
    }

    private List<String> command(Path temporary) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // By default the JVM reserves 48 MB for code here, which is not enough for all services together.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        command.add("-Xmx" + (services.size() > 1 ? 768 : 384) + "m");
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                MicroInstallation.server().toString()));
        command.addAll(List.of("--port", Integer.toString(settings.port(port))));
        command.addAll(List.of("--nocluster", "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of(
                "--maxhttpthreads",
                "32",
                "--addlibs",
                MicroInstallation.driver().toString()));
        command.addAll(
                List.of("--prebootcommandfile", home.resolve("install.asadmin").toString()));
        command.addAll(List.of("--deploy", MicroInstallation.connector().toString()));
        command.addAll(List.of("--deploy", archive.toString()));
        return command;
    }

    /** The commands that every instance needs, and those for each of its services. */
    private String commands() {
        List<String> common = services.size() > 1 ? List.of("instance", "all") : List.of("instance");
        return Stream.concat(common.stream(), services.stream().map(MicroService::title))
                .map(name -> Resources.text("payara-micro/" + name + ".asadmin"))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(ServerEnvironment.of(settings, secrets));
        Stream.of(MicroService.values())
                .filter(service -> !services.contains(service))
                .forEach(service -> environment.keySet().removeIf(name -> name.startsWith(service.databasePrefix())));
        return environment;
    }

    private Path pidFile() {
        return home.resolve("pid");
    }
}
