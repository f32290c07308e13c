package org.pizzaorders.local.server.payara;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.Checksum;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.PidFile;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.server.EarServer;
import org.pizzaorders.local.server.Readiness;
import org.pizzaorders.local.server.Refusals;
import org.pizzaorders.local.server.StackSettings;

/**
 * Payara Server with the EAR, in a domain of its own below one folder. The first start makes the domain and deploys; a
 * later one does so again only when the scripts or the EAR changed. {@link #start()} returns when the application
 * answers. A server left over by a killed runner on the same folder is stopped first.
 */
public final class PayaraServer extends EarServer {

    /** How Payara tells of an application that it found deployed, or was given, and could not load. */
    public static final String REFUSAL = "(?:Exception during lifecycle processing\\s*?\\R"
            + "|Exception while (?:loading|deploying) the app[^:\\n]*: )(?<reason>.*)";

    private final StackSettings settings;
    private final Path home;
    private final PayaraInstallation installation;
    private final PayaraDomain domain;

    public PayaraServer(String name, String folder, StackSettings settings, Secrets secrets) {
        super(name, settings, secrets, PayaraDomain.serverLog(settings.folder(folder)), REFUSAL);
        this.settings = settings;
        this.home = settings.folder(folder);
        this.installation = PayaraInstallation.locate();
        this.domain = new PayaraDomain(home, installation, settings.port(Port.ADMIN), secrets);
    }

    @Override
    public void prepare() {
        Folders.create(home);
        close();
        if (!domain.installed()) {
            Folders.deleteFile(deployed());
            domain.create();
        }
    }

    @Override
    protected void boot() {
        boolean fresh = !domain.installed();
        startDomain(fresh);
        if (fresh) {
            domain.markInstalled();
        }
        settings.ear().ifPresent(this::deployChanged);
    }

    @Override
    public void undeploy() {
        Folders.deleteFile(deployed());
        if (!domain.undeploy()) {
            throw new LocalRunException(name() + " kept the application, see " + domain.log());
        }
    }

    @Override
    public List<Path> logs() {
        return List.of(domain.log(), log());
    }

    private void startDomain(boolean fresh) {
        List<String> commands =
                fresh ? List.of("--prebootcommandfile", domain.installScript().toString()) : List.of();
        List<String> arguments = new java.util.ArrayList<>(
                List.of("start-domain", "--domaindir", domain.domains().toString()));
        arguments.addAll(commands);
        arguments.add(PayaraDomain.NAME);
        if (asadmin(arguments) != 0) {
            throw new LocalRunException(
                    "Payara Server did not start: " + Folders.tail(domain.log()) + " (see " + log() + ")");
        }
    }

    private void deployChanged(Path ear) {
        if (!Folders.read(deployed()).equals(Checksum.of(ear))) {
            deploy(ear);
        }
    }

    @Override
    protected void deploy(Path ear) {
        Folders.deleteFile(deployed());
        if (!domain.deploy(ear)) {
            throw Readiness.refused(this, Refusals.brief(remoteFailure()));
        }
        Folders.write(deployed(), Checksum.of(ear));
    }

    /** What the last command was answered. */
    private String remoteFailure() {
        String prefix = "remote failure: ";
        return Folders.read(domain.log())
                .lines()
                .filter(line -> line.startsWith(prefix))
                .reduce("", (first, last) -> last.substring(prefix.length()));
    }

    private int asadmin(List<String> arguments) {
        Map<String, String> environment = new java.util.HashMap<>(environment());
        environment.put("AS_JAVA", System.getProperty("java.home"));
        return installation.asadmin(environment, domain.log(), arguments.toArray(String[]::new));
    }

    private Path deployed() {
        return home.resolve("deployed");
    }

    @Override
    public Optional<ProcessHandle> process() {
        return new PidFile(domain.folder().resolve("config").resolve("pid")).process();
    }
}
