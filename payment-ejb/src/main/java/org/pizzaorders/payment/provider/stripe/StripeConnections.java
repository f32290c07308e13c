package org.pizzaorders.payment.provider.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.pizzaorders.shared.RetryAfter;

/**
 * Like the SDK's own client, with two differences. It follows no redirects, because they would send the secret key to
 * any host that a proxy names and turn a POST into a GET. And it limits the size of an answer.
 */
final class StripeConnections extends HttpClient {

    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] \\d{3}(?: .*)?");
    private static final Set<Integer> BUSY = Set.of(429, 503);

    /** The longest pause that is accepted. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Clock clock;

    StripeConnections(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        try {
            var connection = connect(request);
            var status = connection.getResponseCode();
            requireHttp(connection.getHeaderField(0));
            requireNoPause(status, connection);
            try (var body = status / 100 == 2 ? connection.getInputStream() : connection.getErrorStream()) {
                return new StripeResponse(status, HttpHeaders.of(connection.getHeaderFields()), text(body));
            }
        } catch (IOException e) {
            throw new ApiConnectionException("The provider gave no answer", e);
        }
    }

    /** The JDK takes {@code +200} for {@code 200}. */
    private static void requireHttp(String statusLine) throws IOException {
        if (!STATUS_LINE.matcher(String.valueOf(statusLine)).matches()) {
            throw new ProtocolException("The answer is not HTTP");
        }
    }

    /** A repeated answer has an outdated pause. */
    private void requireNoPause(int status, HttpURLConnection connection) throws ProviderBusy {
        var pause = RetryAfter.of(
                connection.getHeaderField("Retry-After"),
                connection.getHeaderField("Date"),
                clock.instant(),
                LONGEST_PAUSE);
        if (BUSY.contains(status) && !pause.isZero() && connection.getHeaderField("Idempotent-Replayed") == null) {
            connection.disconnect();
            throw new ProviderBusy(status, pause);
        }
    }

    private static HttpURLConnection connect(StripeRequest request) throws IOException {
        var options = request.options();
        var connection = (HttpURLConnection)
                (options.getConnectionProxy() == null
                        ? request.url().openConnection()
                        : request.url().openConnection(options.getConnectionProxy()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(options.getConnectTimeout());
        connection.setReadTimeout(options.getReadTimeout());
        connection.setRequestProperty("User-Agent", buildUserAgentString(request));
        connection.setRequestProperty("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
        request.headers()
                .map()
                .forEach((name, values) -> connection.setRequestProperty(name, String.join(",", values)));
        connection.setRequestMethod(request.method().name());
        if (request.content() != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", request.content().contentType());
            try (var out = connection.getOutputStream()) {
                out.write(request.content().byteArrayContent());
            }
        }
        return connection;
    }

    private static String text(InputStream body) throws IOException {
        if (body == null) {
            return "";
        }
        var read = body.readNBytes(LONGEST_ANSWER + 1);
        if (read.length > LONGEST_ANSWER) {
            throw new IOException("An answer of more than " + LONGEST_ANSWER + " bytes");
        }
        return new String(read, UTF_8);
    }
}
