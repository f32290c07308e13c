package org.pizzaorders.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Port;

/**
 * A server that administrators install, and give the EAR while it runs. What differs is how each boots, and how it takes
 * the EAR.
 */
public abstract class EarServer implements ApplicationServer {

    private final String name;
    private final StackSettings settings;
    private final Secrets secrets;
    private final Path log;
    private final Refusals refusals;

    /** @param refusal how the server says in its log that it refused the application, see {@link Refusals} */
    protected EarServer(String name, StackSettings settings, Secrets secrets, Path log, String refusal) {
        this.name = name;
        this.settings = settings;
        this.secrets = secrets;
        this.log = log;
        this.refusals = new Refusals(log, refusal);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void start(Duration patience) {
        prepare();
        PORTS.forEach(port -> port.requireFree(settings.port(port)));
        refusals.begin();
        boot();
        Readiness.await(this, settings.ear().isPresent(), patience);
    }

    @Override
    public final void redeploy() {
        refusals.begin();
        settings.ear().ifPresent(this::deploy);
        Readiness.await(this, settings.ear().isPresent(), READY_PATIENCE);
    }

    @Override
    public final String url() {
        return settings.url(Port.HTTP);
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public final Optional<String> refusal() {
        return refusals.reason();
    }

    @Override
    public Optional<String> console() {
        return Optional.of("http://localhost:" + settings.port(Port.ADMIN));
    }

    /** Starts its process, and gives it the EAR if it has not got that; the application need not answer yet. */
    protected abstract void boot();

    /** Gives the running server the EAR. */
    protected abstract void deploy(Path ear);

    /** What the server finds in its environment. */
    protected final Map<String, String> environment() {
        return ServerEnvironment.of(settings, secrets);
    }
}
