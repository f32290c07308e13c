package org.pizzaorders.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What a server sends to bytes that no HTTP client would send: as it is, without anything made of it. */
record RawAnswer(String head, byte[] content) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** The request must ask the server to close the connection. */
    static RawAnswer to(URI server, byte[] request) {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawAnswer parse(byte[] all) throws IOException {
        var text = new String(all, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer: " + text);
        }
        var raw = new RawAnswer(text.substring(0, end), Arrays.copyOfRange(all, end + 4, all.length));
        return raw.headers("Transfer-Encoding").contains("chunked") ? new RawAnswer(raw.head, raw.dechunked()) : raw;
    }

    private byte[] dechunked() {
        var whole = new ByteArrayOutputStream();
        for (var at = 0; at < content.length; ) {
            var line = at;
            while (content[line] != '\r') {
                line++;
            }
            var size = Integer.parseInt(new String(content, at, line - at, StandardCharsets.ISO_8859_1), 16);
            whole.write(content, line + 2, size);
            at = line + 2 + size + 2;
        }
        return whole.toByteArray();
    }

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** All of that name, in order. */
    List<String> headers(String name) {
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    String header(String name) {
        return String.join(", ", headers(name));
    }

    String body() {
        try {
            return new String(
                    header("Content-Encoding").equals("gzip")
                            ? new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes()
                            : content,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        var body = body();
        return head + "\n\n" + body.substring(0, Math.min(body.length(), 600));
    }
}
