package org.pizzaorders.local.server.wildfly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.PidFile;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Processes;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.Readiness;
import org.pizzaorders.local.server.Refusals;
import org.pizzaorders.local.server.ServerEnvironment;
import org.pizzaorders.local.server.StackSettings;

/**
 * WildFly with the EAR. {@link #prepare()} configures it and gives it the EAR while it is not running, {@link #start()}
 * returns when the application answers. A server left over by a killed runner on the same folder is stopped first.
 */
public final class WildflyServer implements ApplicationServer {

    private static final Duration BOOT_PATIENCE = Duration.ofMinutes(5);

    /** The first service that did not start, or what the application lacks. */
    public static final String REFUSAL = "(?:MSC000001: Failed to start .*?StartException in [^:]*"
            + "|WFLYCTL0013: Operation \\(.*?failure description): (?<reason>.*)";

    private final String name;
    private final StackSettings settings;
    private final Path home;
    private final Secrets secrets;
    private final WildflyFolders folders;
    private final Refusals refusals;

    public WildflyServer(String name, String folder, StackSettings settings, Secrets secrets) {
        this.name = name;
        this.settings = settings;
        this.home = settings.folder(folder);
        this.secrets = secrets;
        this.folders = new WildflyFolders(home, WildflyInstallation.locate(), settings.ear(), secrets);
        this.refusals = new Refusals(log(), REFUSAL);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        close();
        folders.create();
    }

    @Override
    public void start(Duration patience) {
        prepare();
        PORTS.forEach(port -> port.requireFree(settings.port(port)));
        Folders.deleteFile(pidFile());
        Folders.deleteFile(bootMarker());
        refusals.begin();
        awaitBoot(launch());
        Readiness.await(this, settings.ear().isPresent(), patience);
    }

    @Override
    public void redeploy() {
        settings.ear().ifPresent(this::deploy);
        Readiness.await(this, settings.ear().isPresent(), READY_PATIENCE);
    }

    @Override
    public void undeploy() {
        if (manage("undeploy.sh") != 0) {
            throw new LocalRunException(name + " kept the application, see " + folders.scriptLog());
        }
    }

    @Override
    public String url() {
        return settings.url(Port.HTTP);
    }

    @Override
    public Path log() {
        return folders.server().resolve("log").resolve("server.log");
    }

    @Override
    public Optional<String> refusal() {
        return refusals.reason();
    }

    @Override
    public List<Path> logs() {
        return List.of(folders.scriptLog(), consoleLog(), log());
    }

    @Override
    public Optional<String> console() {
        return Optional.of("http://localhost:" + settings.port(Port.ADMIN) + "/console");
    }

    @Override
    public Optional<ProcessHandle> process() {
        return new PidFile(pidFile()).process();
    }

    private void deploy(Path ear) {
        refusals.begin();
        if (manage("deploy.sh", ear.toString()) != 0) {
            throw Readiness.refused(this, refusal().orElse(Folders.tail(folders.scriptLog())));
        }
    }

    private int manage(String script, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", folders.script(script).toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = folders.environment();
        environment.put("PIZZA_ADMIN_PORT", Integer.toString(settings.port(Port.ADMIN)));
        return Commands.run(Processes.detached(command), environment, folders.scriptLog());
    }

    /** The script stays for as long as the server does, to start it again when the admin console asks for it. */
    private Process launch() {
        List<String> command = Processes.detached(List.of(
                "sh",
                folders.script("start-server.sh").toString(),
                "-Djboss.management.http.port=" + settings.port(Port.ADMIN),
                "-Djboss.tx.node.id=" + home.getFileName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleLog().toFile()));
        Map<String, String> environment = builder.environment();
        environment.putAll(ServerEnvironment.of(settings, secrets));
        environment.putAll(folders.environment());
        environment.put("JBOSS_PIDFILE", pidFile().toString());
        try {
            Process script = builder.start();
            script.getOutputStream().close();
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** WildFly goes on running when the application is refused, and says so where it says that it has booted. */
    private void awaitBoot(Process script) {
        long deadline = System.nanoTime() + BOOT_PATIENCE.toNanos();
        while (Folders.read(bootMarker()).isBlank() && script.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        if (!Folders.read(bootMarker()).startsWith("success")) {
            close();
            throw refusal()
                    .map(reason -> Readiness.refused(this, reason))
                    .orElseGet(() -> new LocalRunException("WildFly did not start, see " + log()));
        }
    }

    private Path consoleLog() {
        return home.resolve("wildfly.log");
    }

    private Path pidFile() {
        return home.resolve("pid");
    }

    private Path bootMarker() {
        return folders.server().resolve("tmp").resolve("startup-marker");
    }
}
