package org.pizzaorders.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes text into a header as RFC 2047 wants it, since headers are ASCII. */
final class EncodedWords {

    /** An encoded word has at most 75 characters, of which 12 are its frame; four hold three bytes. */
    private static final int MOST_BYTES = 45;

    private EncodedWords() {}

    /** @param text on one line */
    static String of(String text) {
        if (text.chars().allMatch(letter -> letter >= ' ' && letter < 127) && !text.contains("=?")) {
            return text;
        }
        return chunks(text)
                .map(chunk -> "=?UTF-8?B?" + Base64.getEncoder().encodeToString(chunk.getBytes(UTF_8)) + "?=")
                .collect(Collectors.joining("\r\n "));
    }

    /** No letter is cut in two. */
    private static Stream<String> chunks(String text) {
        var chunks = Stream.<String>builder();
        var chunk = new StringBuilder();
        var bytes = 0;
        for (var letter : text.codePoints().toArray()) {
            var size = Character.toString(letter).getBytes(UTF_8).length;
            if (bytes + size > MOST_BYTES) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
                bytes = 0;
            }
            chunk.appendCodePoint(letter);
            bytes += size;
        }
        return chunks.add(chunk.toString()).build();
    }
}
