package org.pizzaorders.notification.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * Bodies of mails, and their parts, in the form in which they are sent. The parts of the API look up their provider anew
 * for each part, stream and encoded word of each mail, which costs more than all the rest. Here the provider of the
 * session does the encoding. Thread-safe.
 */
final class EmailBody {

    private static final int LONGEST_LINE = 998;
    private static final String END = "\r\n";

    private final StreamProvider streams;

    EmailBody(StreamProvider streams) {
        this.streams = streams;
    }

    /** @param boundary occurs in neither text */
    Part alternative(String boundary, String plain, String html) {
        var delimiter = "--" + boundary;
        var body = new ByteArrayOutputStream();
        for (var part : new Part[] {text(plain, "plain"), text(html, "html")}) {
            body.writeBytes((delimiter + END + part.headers() + END).getBytes(US_ASCII));
            body.writeBytes(part.content());
            body.writeBytes(END.getBytes(US_ASCII));
        }
        body.writeBytes((delimiter + "--" + END).getBytes(US_ASCII));
        return new Part("multipart/alternative; boundary=\"" + boundary + "\"", "7bit", body.toByteArray());
    }

    /** Encoded as little as possible, so that readers of the source can still read it. */
    Part text(String text, String subtype) {
        var type = "text/" + subtype + "; charset=UTF-8";
        var bytes = text.replace(END, "\n").replace("\n", END).getBytes(UTF_8);
        var others = others(bytes);
        if (others == 0 && !hasLongLines(bytes)) {
            return new Part(type, "7bit", bytes);
        }
        return others <= bytes.length / 2
                ? new Part(type, "quoted-printable", encoded(bytes, streams::outputQP))
                : new Part(type, "base64", encoded(bytes, streams::outputBase64));
    }

    /** How many bytes are not plain ASCII text. */
    private static int others(byte[] bytes) {
        var others = 0;
        for (var each : bytes) {
            others += each < ' ' && each != '\r' && each != '\n' && each != '\t' || each == 127 ? 1 : 0;
        }
        return others;
    }

    private static boolean hasLongLines(byte[] bytes) {
        var length = 0;
        for (var each : bytes) {
            length = each == '\n' ? 0 : length + 1;
            if (length > LONGEST_LINE) {
                return true;
            }
        }
        return false;
    }

    private static byte[] encoded(byte[] bytes, Function<OutputStream, OutputStream> encoder) {
        var encoded = new ByteArrayOutputStream(bytes.length * 2);
        try (var out = encoder.apply(encoded)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    /**
     * @param type the content type
     * @param encoding the content transfer encoding
     */
    record Part(String type, String encoding, byte[] content) {

        private String headers() {
            return "Content-Type: " + type + END + "Content-Transfer-Encoding: " + encoding + END;
        }
    }
}
