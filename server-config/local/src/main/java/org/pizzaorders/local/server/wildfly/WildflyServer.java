package org.pizzaorders.local.server.wildfly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.PidFile;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Processes;
import org.pizzaorders.local.server.AdminScripts;
import org.pizzaorders.local.server.EarServer;
import org.pizzaorders.local.server.Readiness;
import org.pizzaorders.local.server.StackSettings;

/**
 * WildFly with the EAR. {@link #prepare()} configures it and gives it the EAR while it is not running, {@link #start()}
 * returns when the application answers. A server left over by a killed runner on the same folder is stopped first.
 */
public final class WildflyServer extends EarServer {

    private static final Duration BOOT_PATIENCE = Duration.ofMinutes(5);

    /** The first service that did not start, or what the application lacks. */
    public static final String REFUSAL = "(?:MSC000001: Failed to start .*?StartException in [^:]*"
            + "|WFLYCTL0013: Operation \\(.*?failure description): (?<reason>.*)";

    private final StackSettings settings;
    private final Path home;
    private final WildflyFolders folders;

    public WildflyServer(String name, String folder, StackSettings settings, Secrets secrets) {
        super(name, settings, secrets, WildflyFolders.serverLog(settings.folder(folder)), REFUSAL);
        this.settings = settings;
        this.home = settings.folder(folder);
        this.folders = new WildflyFolders(home, WildflyInstallation.locate(), settings.ear(), secrets);
    }

    @Override
    public void prepare() {
        close();
        folders.create();
    }

    @Override
    protected void boot() {
        Folders.deleteFile(pidFile());
        Folders.deleteFile(bootMarker());
        awaitBoot(launch());
    }

    @Override
    public void undeploy() {
        if (!manage("undeploy.sh")) {
            throw new LocalRunException(
                    name() + " kept the application, see " + scripts().log());
        }
    }

    @Override
    public List<Path> logs() {
        return List.of(scripts().log(), consoleLog(), log());
    }

    @Override
    public Optional<String> console() {
        return super.console().map(address -> address + "/console");
    }

    @Override
    public Optional<ProcessHandle> process() {
        return new PidFile(pidFile()).process();
    }

    @Override
    protected void deploy(Path ear) {
        if (!manage("deploy.sh", ear.toString())) {
            throw Readiness.refused(
                    this, refusal().orElse(Folders.tail(scripts().log())));
        }
    }

    private boolean manage(String script, String... arguments) {
        Map<String, String> environment = folders.environment();
        environment.put("PIZZA_ADMIN_PORT", Integer.toString(settings.port(Port.ADMIN)));
        return scripts().run(environment, script, arguments);
    }

    private AdminScripts scripts() {
        return folders.scripts();
    }

    /** The script stays for as long as the server does, to start it again when the admin console asks for it. */
    private Process launch() {
        List<String> command = Processes.detached(List.of(
                "sh",
                scripts().path("start-server.sh").toString(),
                "-Djboss.management.http.port=" + settings.port(Port.ADMIN),
                "-Djboss.tx.node.id=" + home.getFileName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleLog().toFile()));
        Map<String, String> environment = builder.environment();
        environment.putAll(environment());
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
