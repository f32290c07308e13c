package org.pizzaorders.local.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.local.child.ChildJvm;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Ports;

/**
 * The outside world: payment provider, message gateway and mail sink, in a separate JVM. What it received and did,
 * above all charges, survives {@link #close()} and {@link #kill()}.
 */
public final class Simulator implements Part {

    private final Path home;
    private final int httpPort;
    private final int smtpPort;
    private ChildJvm process;

    public Simulator(Path home, int httpPort, int smtpPort) {
        this.home = home.toAbsolutePath();
        this.httpPort = httpPort;
        this.smtpPort = smtpPort;
    }

    @Override
    public String name() {
        return "Payment provider and mail";
    }

    @Override
    public void start() {
        Ports.requireFree("the payment provider simulator", httpPort, "pizza.simulator.port");
        Ports.requireFree("mail", smtpPort, "pizza.smtp.port");
        Folders.create(home);
        process = ChildJvm.start(
                SimulatorMain.class,
                home,
                home.resolve("simulator.log"),
                List.of("-Xmx512m", "-Dsun.net.httpserver.nodelay=true"),
                List.of(home.toString(), Ports.LOOPBACK, Integer.toString(httpPort), Integer.toString(smtpPort)));
    }

    /** Base URL of the provider ({@code /v1}), the gateway, {@code /ledger}, {@code /sent} and the mail view. */
    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + httpPort;
    }

    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).flatMap(ChildJvm::handle);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close(Duration.ofSeconds(5));
        }
    }
}
