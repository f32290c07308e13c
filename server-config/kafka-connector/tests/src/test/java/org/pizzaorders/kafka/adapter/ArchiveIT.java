package org.pizzaorders.kafka.adapter;

import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.container.TokenEndpoint;

/** The archive as built, without what else is on the class path of tests. */
class ArchiveIT {

    private static final Path ARCHIVE = Path.of(System.getProperty("connector.archive"));

    @TempDir
    private Path home;

    @Test
    void bringsAllThatTheClientNeedsToLogInByAToken() throws Exception {
        try (TokenEndpoint tokens = new TokenEndpoint().allowed();
                URLClassLoader archive = loader()) {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    "127.0.0.1:1",
                    "security.protocol",
                    "SASL_PLAINTEXT",
                    "sasl.mechanism",
                    "OAUTHBEARER",
                    "sasl.login.callback.handler.class",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                    "sasl.oauthbearer.token.endpoint.url",
                    tokens.url(),
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                    "sasl.oauthbearer.client.credentials.client.id",
                    "pizza",
                    "sasl.oauthbearer.client.credentials.client.secret",
                    TokenEndpoint.SECRET,
                    "key.serializer",
                    ByteArraySerializer.class.getName(),
                    "value.serializer",
                    ByteArraySerializer.class.getName());

            assertThatCode(() -> makeProducer(archive, settings)).doesNotThrowAnyException();
        }
    }

    /** It logs in before it asks for a broker. */
    private static void makeProducer(ClassLoader archive, Map<String, Object> settings) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(archive);
        try (AutoCloseable producer = (AutoCloseable) archive.loadClass(KafkaProducer.class.getName())
                .getConstructor(Map.class)
                .newInstance(settings)) {
            Class<?> own = producer.getClass();
            if (own == KafkaProducer.class) {
                throw new IllegalStateException("not of the archive, but of the class path");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Sees the archive's own jars, the JDK and the platform's API. */
    private URLClassLoader loader() throws IOException {
        List<URL> jars = new ArrayList<>();
        jars.add(ResourceAdapter.class.getProtectionDomain().getCodeSource().getLocation());
        try (ZipFile archive = new ZipFile(ARCHIVE.toFile())) {
            for (ZipEntry each : Collections.list(archive.entries())) {
                if (each.getName().endsWith(".jar")) {
                    Path jar = home.resolve(Path.of(each.getName()).getFileName());
                    try (InputStream in = archive.getInputStream(each)) {
                        Files.copy(in, jar);
                    }
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
