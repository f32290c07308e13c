package org.pizzaorders.payment.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/**
 * As the SDK's own, but follows no redirection, which would take the secret key wherever a proxy points and make a GET of
 * a POST; and reads no answer without an end.
 */
final class StripeConnections extends HttpClient {

    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            var connection = connect(request);
            var status = connection.getResponseCode();
            try (var body = status / 100 == 2 ? connection.getInputStream() : connection.getErrorStream()) {
                return new StripeResponse(status, HttpHeaders.of(connection.getHeaderFields()), text(body));
            }
        } catch (IOException e) {
            throw new ApiConnectionException("The provider gave no answer", e);
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
