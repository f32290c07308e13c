package org.pizzaorders.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies the current logs of all parts. */
final class LogKeeper {

    private LogKeeper() {}

    static void copy(Path stack, Path folder) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.walk(stack, 6)) {
            logs = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .matches("(postgres|kafka|simulator|asadmin|wildfly.*|micro.*|menu|orders|payments"
                                    + "|notifications)\\.log|server\\.log.*"))
                    .toList();
        }
        for (Path log : logs) {
            String name = stack.relativize(log).toString().replace('/', '-').replace('\\', '-');
            Files.copy(log, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
