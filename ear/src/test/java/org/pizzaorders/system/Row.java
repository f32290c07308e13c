package org.pizzaorders.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * A request, byte by byte, and what every server answers to it.
 *
 * @param what the kind, in words
 * @param requestLine method and path
 * @param checks of the answer beyond its status
 */
record Row(
        String what,
        String requestLine,
        String version,
        List<String> headers,
        byte[] body,
        int status,
        List<Consumer<RawAnswer>> checks) {

    static Row row(String what, String requestLine) {
        return new Row(what, requestLine, "HTTP/1.1", List.of(), new byte[0], 0, List.of());
    }

    Row version(String other) {
        return new Row(what, requestLine, other, headers, body, status, checks);
    }

    /** @param more lines; a body's length is not told unless it is among them */
    Row with(String... more) {
        return new Row(what, requestLine, version, plus(headers, more), body, status, checks);
    }

    /** With its length. */
    Row body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Row body(byte[] bytes) {
        var told = plus(headers, "Content-Length: " + bytes.length);
        return new Row(what, requestLine, version, told, bytes, status, checks);
    }

    /** In one chunk, without its length. */
    Row chunked(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var chunk = bytes.length == 0 ? "" : Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n";
        var chunks = (chunk + "0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return new Row(what, requestLine, version, headers, chunks, status, checks);
    }

    Row gzipped(String text) {
        var gzipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("Content-Encoding: gzip").body(gzipped.toByteArray());
    }

    Row is(int expected) {
        return new Row(what, requestLine, version, headers, body, expected, checks);
    }

    Row and(Consumer<RawAnswer> check) {
        return new Row(what, requestLine, version, headers, body, status, plus(checks, check));
    }

    byte[] bytes(String host) {
        var head = new StringBuilder(requestLine).append(' ').append(version).append("\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: ").append(host).append("\r\n");
        }
        head.append("Connection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @SafeVarargs
    private static <T> List<T> plus(List<T> some, T... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return what + ": " + requestLine;
    }
}
