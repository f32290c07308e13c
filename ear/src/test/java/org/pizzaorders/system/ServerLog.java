package org.pizzaorders.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pizzaorders.local.server.ApplicationServer;

/** What the application servers have logged since a moment, record by record: each begins with its time. */
record ServerLog(Map<Path, Long> begins) {

    /** Payara Micro writes its time as the JDK does. */
    private static final Pattern RECORD =
            Pattern.compile("(?m)^(?=\\[?\\d{4}-\\d\\d-\\d\\d[T ]|\\p{L}{3} \\d\\d?, \\d{4} )");

    static ServerLog fromNow(Installation installation) {
        var begins = new LinkedHashMap<Path, Long>();
        installation.stack().servers().stream()
                .flatMap(server -> server.slices().isEmpty() ? Stream.of(server) : server.slices().values().stream())
                .map(ApplicationServer::log)
                .forEach(log -> begins.put(log, size(log)));
        return new ServerLog(begins);
    }

    /** Records with a stack trace in them. */
    List<String> traces() {
        return records().filter(record -> record.contains("\tat ")).toList();
    }

    Stream<String> lines() {
        return records().flatMap(String::lines);
    }

    private Stream<String> records() {
        return begins.entrySet().stream().flatMap(log -> RECORD.splitAsStream(since(log.getKey(), log.getValue())));
    }

    private static String since(Path log, long begin) {
        try {
            var bytes = Files.readAllBytes(log);
            return new String(bytes, (int) begin, bytes.length - (int) begin, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
