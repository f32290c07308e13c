package org.pizzaorders.local.server.payara;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Processes;

/** The unpacked distribution beside this module's classes. It is read-only, and all domains share it. */
final class PayaraInstallation {

    private final Path home;

    private PayaraInstallation(Path home) {
        this.home = home;
    }

    static PayaraInstallation locate() {
        Path home = Optional.ofNullable(System.getProperty("pizza.payara.home"))
                .map(Path::of)
                .orElseGet(() -> BuildOutput.folderOf(PayaraInstallation.class).resolve("servers/payara6"));
        if (!Files.isDirectory(home.resolve("glassfish"))) {
            throw new LocalRunException("There is no Payara Server in " + home + ": run mvn package first.");
        }
        return new PayaraInstallation(home);
    }

    Path home() {
        return home;
    }

    /** Runs asadmin to its end and writes its output to the log. */
    int asadmin(Map<String, String> environment, Path log, String... arguments) {
        List<String> command = new ArrayList<>();
        if (Processes.onWindows()) {
            command.addAll(List.of("cmd", "/c", home.resolve("bin/asadmin.bat").toString()));
        } else {
            command.addAll(List.of("sh", home.resolve("bin/asadmin").toString()));
        }
        command.addAll(List.of(arguments));
        return Commands.run(Processes.detached(command), environment, log);
    }
}
