package org.pizzaorders.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pizzaorders.local.files.Folders;

/** One folder with links to the logs of all parts. Each log is beside its part's data. */
final class Logs {

    private static final List<Path> LOGS =
            List.of(Path.of("postgres/postgres.log"), Path.of("kafka/kafka.log"), Path.of("simulator/simulator.log"));

    private Logs() {}

    static void link(Stack stack) {
        Path home = stack.settings().home();
        Path folder = Folders.create(home.resolve("logs"));
        Stream<Path> server = stack.server().logs().stream().map(home::relativize);
        for (Path log : Stream.concat(LOGS.stream(), server).toList()) {
            Path link = folder.resolve(log.getFileName());
            try {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, Path.of("..").resolve(log));
            } catch (IOException e) {
                return; // links are only a convenience, and some systems do not allow them
            }
        }
    }
}
