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
 * Finds in a server's log whether it refused the application. Such a server continues to run without the application, and
 * without this search the start would fail only after the full time limit.
 */
public final class Refusals {

    private static final int MESSAGE_LENGTH = 400;

    /** Log records begin with their time. Payara Micro writes it as the JDK does. */
    private static final Pattern RECORD =
            Pattern.compile("(?m)^(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ]|\\p{L}{3} \\d\\d?, \\d{4} )");

    private static final Pattern CAUSE = Pattern.compile("Caused by: (.*)");

    private final Path log;
    private final Pattern refusal;
    private long begin;

    /** @param refusal the server's words for it, with a group {@code reason} */
    public Refusals(Path log, String refusal) {
        this.log = log;
        this.refusal = Pattern.compile(refusal);
    }

    /** Ignores what the log has so far, because it belongs to an earlier start. */
    public void begin() {
        begin = size();
    }

    /** The first reason since then, in one line, and its root cause in another. */
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

    /** One line, cut off where a server begins to print its descriptors. */
    public static String brief(String reason) {
        String line = reason.strip().lines().findFirst().orElse("no reason given");
        return line.length() > MESSAGE_LENGTH ? line.substring(0, MESSAGE_LENGTH) + "…" : line;
    }

    /** Reads what was added. If the log has become shorter, the server has begun a new one, which is read from its start. */
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
