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

/** An append-only file of JSON lines. A line is given to the operating system before the answer is sent. Not thread-safe. */
final class Journal {

    private final OutputStream out;

    private Journal(OutputStream out) {
        this.out = out;
    }

    /** Reads the existing lines, then opens the file for more. */
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
            return; // a crash cut it short, so nobody got an answer
        }
        replay.accept(entry);
    }
}
