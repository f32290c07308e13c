package org.pizzaorders.kafka.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An identity provider: gives signed tokens to a client that shows its secret, and its public key to everybody. */
public final class TokenEndpoint implements AutoCloseable {

    public static final String AUDIENCE = "kafka";
    public static final String SECRET = "test-of-the-connector";

    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private final EllipticCurveJsonWebKey key;
    private final HttpServer server;

    public TokenEndpoint() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key.setKeyId("of-the-test");
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JsonWebKeySet(key).toJson()));
        server.start();
    }

    /** Lets the clients of this JVM ask it, as an administrator does by an option of the server's JVM. */
    public TokenEndpoint allowed() {
        synchronized (TokenEndpoint.class) {
            String others = System.getProperty(ALLOWED);
            System.setProperty(ALLOWED, others == null ? url() : others + "," + url());
        }
        return this;
    }

    public String url() {
        return address() + "/token";
    }

    String keys() {
        return address() + "/keys";
    }

    String issuer() {
        return address();
    }

    /** The option for the JVM of a broker that asks for the key. */
    String allowingOption() {
        return "-D" + ALLOWED + "=" + keys();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void token(HttpExchange exchange) throws IOException {
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        String known = Base64.getEncoder().encodeToString(("pizza:" + SECRET).getBytes(UTF_8));
        if (("Basic " + known).equals(credentials)) {
            answer(exchange, 200, "{\"access_token\":\"" + signed() + "\",\"token_type\":\"Bearer\"}");
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        }
    }

    private String signed() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(AUDIENCE);
        claims.setSubject("pizza");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
