package org.pizzaorders.local.server.micro;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.Readiness;
import org.pizzaorders.local.server.StackSettings;

/**
 * Four processes of Payara Micro, each with one service on the port of that service, behind a {@link LoadBalancer} on the
 * application's port. As one part they are started, killed and frozen together. Each is also a separate part.
 */
final class MicroSlices implements ApplicationServer {

    private final String name;
    private final StackSettings settings;
    private final Map<Port, MicroServer> slices = new EnumMap<>(Port.class);
    private final LoadBalancer gateway;

    MicroSlices(String name, String folder, StackSettings settings, Secrets secrets) {
        this.name = name + ", a process for each service";
        this.settings = settings;
        for (MicroService service : MicroService.values()) {
            slices.put(service.port(), MicroServer.slice(name, folder, settings, secrets, service));
        }
        this.gateway = new LoadBalancer(settings);
    }

    /** {@code -Dslices}, with or without {@code =true}. */
    static boolean wanted() {
        String slices = System.getProperty("slices", "false");
        return slices.isEmpty() || Boolean.parseBoolean(slices);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        gateway.close();
        all().forEach(ApplicationServer::prepare);
    }

    /** Starts all that do not run, in parallel. */
    @Override
    public void start(Duration patience) {
        all().stream().filter(slice -> !slice.alive()).forEach(MicroServer::launch);
        all().forEach(slice -> slice.awaitReady(patience));
        gateway.start();
        Readiness.await(this, true, patience);
    }

    @Override
    public String url() {
        return settings.url(Port.HTTP);
    }

    @Override
    public Path log() {
        return slices.get(Port.MENU).log();
    }

    @Override
    public List<Path> logs() {
        return all().stream().map(ApplicationServer::log).toList();
    }

    @Override
    public Map<Port, ApplicationServer> slices() {
        return Map.copyOf(slices);
    }

    @Override
    public Optional<String> console() {
        return Optional.empty();
    }

    /** The process of the first slice. Empty if any of the four has ended. */
    @Override
    public Optional<ProcessHandle> process() {
        return all().stream().allMatch(Part::alive) ? slices.get(Port.MENU).process() : Optional.empty();
    }

    @Override
    public void kill() {
        all().forEach(Part::kill);
    }

    @Override
    public void freeze() {
        all().forEach(Part::freeze);
    }

    @Override
    public void thaw() {
        all().forEach(Part::thaw);
    }

    @Override
    public void close() {
        gateway.close();
        all().stream().parallel().forEach(Part::close);
    }

    private Collection<MicroServer> all() {
        return slices.values();
    }
}
