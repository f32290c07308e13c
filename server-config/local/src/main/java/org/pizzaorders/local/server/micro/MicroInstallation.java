package org.pizzaorders.local.server.micro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pizzaorders.local.files.BuildOutput;
import org.pizzaorders.local.part.LocalRunException;

/** Finds what the build made for Payara Micro: the server itself, the web archives, the connector, the driver. */
final class MicroInstallation {

    private MicroInstallation() {}

    static Path server() {
        return existing(target().resolve("servers/payara-micro.jar"), "is no Payara Micro");
    }

    /** The archive with that service, or with all services. */
    static Path archive(Optional<MicroService> service) {
        return archive("pizza-orders" + service.map(one -> "-" + one.title()).orElse("") + ".war");
    }

    static Path connector() {
        return archive("kafka-connector.rar");
    }

    static Path driver() {
        return BuildOutput.jarOf(org.postgresql.Driver.class);
    }

    private static Path archive(String name) {
        return existing(target().resolve("../../payara-micro/target").resolve(name), "is no archive");
    }

    private static Path existing(Path file, String missing) {
        Path wanted = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(wanted)) {
            throw new LocalRunException("There " + missing + " " + wanted + ": run mvn package -Dserver=micro first.");
        }
        return wanted;
    }

    private static Path target() {
        return BuildOutput.folderOf(MicroInstallation.class);
    }
}
