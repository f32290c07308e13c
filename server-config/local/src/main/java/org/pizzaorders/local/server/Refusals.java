package org.pizzaorders.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in what a server adds to its log that it refused the application: it goes on running without, and nothing else
 * would tell of that before all patience has ended.
 */
public final class Refusals {

    private static final int MESSAGE_LENGTH = 400;

    /** Records begin with their time, which Payara Micro writes as the JDK does. */
    private static final Pattern RECORD =
            Pattern.compile("(?m)^(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ]|\\p{L}{3} \\d\\d?, \\d{4} )");

    private static final Pattern CAUSE = Pattern.compile("Caused by: (.*)");

    private final Path log;
    private final Pattern refusal;
    private long begin;

    /** @param refusal how the server puts it, with a group {@code reason} */
    public Refusals(Path log, String refusal) {
        this.log = log;
        this.refusal = Pattern.compile(refusal);
    }

    /** What it has said so far is of an earlier start. */
    public void begin() {
        begin = size();
    }

    /** The first reason since then, in one line, and what is at the bottom of it in another. */
    public Optional<String> reason() {
        String added = added();
        Matcher found = refusal.matcher(added);
        if (!found.find()) {
            return Optional.empty();
        }
        String reason = brief(found.group("reason"));
        return Optional.of(root(RECORD.split(added.substring(found.end()), 2)[0])
                .filter(root -> !reason.contains(root))
                .map(root -> reason + System.lineSeparator() + "  caused by " + root)
                .orElse(reason));
    }

    private static Optional<String> root(String record) {
        return CAUSE.matcher(record)
                .results()
                .map(cause -> brief(cause.group(1)))
                .reduce((first, last) -> last);
    }

    /** One line, cut where a server starts to dump its descriptors. */
    public static String brief(String reason) {
        String line = reason.strip().lines().findFirst().orElse("no reason given");
        return line.length() > MESSAGE_LENGTH ? line.substring(0, MESSAGE_LENGTH) + "…" : line;
    }

    /** All of a log that has become shorter: the server has begun another. */
    private String added() {
        if (!Files.exists(log)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(log)) {
            channel.position(channel.size() < begin ? 0 : begin);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
