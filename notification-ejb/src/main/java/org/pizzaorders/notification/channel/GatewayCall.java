package org.pizzaorders.notification.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.pizzaorders.shared.RetryAfter;

/**
 * One request and its answer. The request is sent once and follows no redirects. The answer must be complete HTTP. Used
 * by one thread, except for {@link #cutOff}.
 *
 * <p>Uses the JDK's older client, because the newer one hides the status line and reads {@code 2000} as {@code 200}.
 */
final class GatewayCall {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int LONGEST_LINE = 8 * 1024;

    /** The longest pause that is accepted. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final HttpURLConnection connection;
    private final Clock clock;
    private volatile boolean cut;

    GatewayCall(HttpURLConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
    }

    /**
     * @throws IOException if there is no answer or no valid one
     */
    GatewayAnswer post(byte[] message) throws IOException {
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // In streaming mode the JDK does not store the body, so it cannot send the request again by itself.
        connection.setFixedLengthStreamingMode(message.length);
        try {
            connection.connect();
            stopIfCut();
            try (var out = connection.getOutputStream()) {
                out.write(message);
            }
            return answer();
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    private GatewayAnswer answer() throws IOException {
        var status = connection.getResponseCode();
        try (var body = status >= HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getErrorStream()
                : connection.getInputStream()) {
            var said = status(connection.getHeaderField(0));
            if (said / 100 == 1) {
                return new GatewayAnswer(afterInterim(body), Duration.ZERO);
            }
            readAll(body);
            return new GatewayAnswer(said, pause());
        } finally {
            stopIfCut();
        }
    }

    private static int status(String line) throws ProtocolException {
        var status = STATUS_LINE.matcher(String.valueOf(line));
        if (!status.matches()) {
            throw new ProtocolException("its answer is not HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    /** The client reads an interim answer as the final one, and the final one as its body. */
    private static int afterInterim(InputStream body) throws IOException {
        var status = status(line(body));
        while (!line(body).isEmpty()) {
            // a header
        }
        return status / 100 == 1 ? afterInterim(body) : status;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST_LINE) {
                throw new ProtocolException("its answer is not HTTP");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    /** The client accepts a shorter body than announced, and sometimes reads beyond its end. */
    private void readAll(InputStream body) throws IOException {
        var announced = connection.getHeaderField("Content-Length");
        if (body == null) {
            return;
        }
        if (announced == null) {
            body.transferTo(OutputStream.nullOutputStream());
        } else if (announced.strip().matches("[0-9]{1,18}")) {
            body.skipNBytes(Long.parseLong(announced.strip()));
        } else {
            throw new ProtocolException("its answer is not HTTP");
        }
    }

    private Duration pause() {
        return RetryAfter.of(
                connection.getHeaderField("Retry-After"),
                connection.getHeaderField("Date"),
                clock.instant(),
                LONGEST_PAUSE);
    }

    private void stopIfCut() throws IOException {
        if (cut) {
            throw new CutOff();
        }
    }

    boolean isCut() {
        return cut;
    }

    /** Aborts the call, from another thread. */
    void cutOff() {
        cut = true;
        connection.disconnect();
    }

    /** It took too long. */
    private static final class CutOff extends IOException {}
}
