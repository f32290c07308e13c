package org.pizzaorders.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One folder that leads to the logs of all parts, each kept beside the part's data. */
final class Logs {

    private static final List<Path> LOGS = List.of(
            Path.of("postgres/postgres.log"),
            Path.of("kafka/kafka.log"),
            Path.of("simulator/simulator.log"),
            Path.of("payara/asadmin.log"),
            Path.of("payara/domains/pizza/logs/server.log"));

    private Logs() {}

    static void link(Path home) {
        Path folder = Folders.create(home.resolve("logs"));
        for (Path log : LOGS) {
            Path link = folder.resolve(log.getFileName());
            try {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, Path.of("..").resolve(log));
            } catch (IOException e) {
                return; // a comfort only, and some systems allow no links
            }
        }
    }
}
