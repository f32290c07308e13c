package org.pizzaorders.local.simulator.books;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** An append-only file of JSON lines. A line is handed to the system before its effect is answered. Not thread-safe. */
final class Journal {

    private final OutputStream out;

    private Journal(OutputStream out) {
        this.out = out;
    }

    /** Reads what is there, then opens it for more. */
    static Journal open(Path file, Consumer<Entry> replay) {
        try {
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.forEach(line -> replay(line, replay));
                }
            }
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            out.write('\n'); // ends a line that a crash cut short
            return new Journal(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(Entry entry) {
        try {
            out.write((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(String line, Consumer<Entry> replay) {
        if (line.isBlank()) {
            return;
        }
        Entry entry;
        try {
            entry = Json.MAPPER.readValue(line, Entry.class);
        } catch (JacksonException e) {
            return; // cut short by a crash, so never answered
        }
        replay.accept(entry);
    }
}
