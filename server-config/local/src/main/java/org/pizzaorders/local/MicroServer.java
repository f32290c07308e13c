package org.pizzaorders.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Payara Micro with the web archives that are made of the EAR's modules: one process with the archive that holds
 * everything, or with {@code -Dslices} four, each with one service on the port of that service, behind a
 * {@link Gateway} on the application's port. All of them are started, killed and frozen together.
 */
final class MicroServer implements ApplicationServer {

    private static final Duration READY_PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final Path home;
    private final StackSettings settings;
    private final List<MicroInstance> instances;
    private final Optional<Gateway> gateway;

    MicroServer(String name, String folder, StackSettings settings, Secrets secrets) {
        boolean slices = slices();
        this.name = slices ? name + ", a process for each service" : name;
        this.home = settings.folder(folder);
        this.settings = settings;
        this.instances = slices
                ? Stream.of(MicroService.values())
                        .map(service -> slice(service, secrets))
                        .toList()
                : List.of(whole(secrets));
        this.gateway = slices ? Optional.of(new Gateway(settings)) : Optional.empty();
    }

    /** {@code -Dslices}, with or without {@code =true}. */
    static boolean slices() {
        String slices = System.getProperty("slices", "false");
        return slices.isEmpty() || Boolean.parseBoolean(slices);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        Folders.create(home);
        close();
    }

    @Override
    public void start() {
        start(READY_PATIENCE);
    }

    /** Starts those that do not run. */
    @Override
    public void start(Duration patience) {
        instances.stream().filter(instance -> instance.process().isEmpty()).forEach(MicroInstance::start);
        instances.forEach(instance -> instance.awaitAnswer("/api/v1", patience));
        instances.forEach(instance -> instance.awaitAnswer("/health/ready", patience));
        gateway.ifPresent(Gateway::start);
        Readiness.await(this, true, patience);
    }

    @Override
    public String url() {
        return settings.url(Port.HTTP);
    }

    @Override
    public Path log() {
        return instances.get(0).log();
    }

    @Override
    public List<Path> logs() {
        return instances.stream().map(MicroInstance::log).toList();
    }

    @Override
    public Optional<String> console() {
        return Optional.empty();
    }

    /** That of the first of them; empty when any of them has ended. */
    @Override
    public Optional<ProcessHandle> process() {
        return processes().size() < instances.size()
                ? Optional.empty()
                : Optional.of(processes().get(0));
    }

    @Override
    public void kill() {
        processes().forEach(Processes::kill);
    }

    @Override
    public void freeze() {
        processes().forEach(Processes::freeze);
    }

    @Override
    public void thaw() {
        processes().forEach(Processes::thaw);
    }

    @Override
    public void close() {
        gateway.ifPresent(Gateway::close);
        instances.stream().parallel().forEach(MicroInstance::close);
    }

    private List<ProcessHandle> processes() {
        return instances.stream()
                .map(MicroInstance::process)
                .flatMap(Optional::stream)
                .toList();
    }

    private MicroInstance whole(Secrets secrets) {
        return new MicroInstance(
                home,
                settings,
                secrets,
                Port.HTTP,
                MicroInstallation.archive(Optional.empty()),
                EnumSet.allOf(MicroService.class));
    }

    private MicroInstance slice(MicroService service, Secrets secrets) {
        return new MicroInstance(
                home.resolve(service.title()),
                settings,
                secrets,
                service.port(),
                MicroInstallation.archive(Optional.of(service)),
                Set.of(service));
    }
}
