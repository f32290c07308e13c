package org.pizzaorders.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.ServerKind;
import org.pizzaorders.local.server.StackSettings;
import org.pizzaorders.local.server.micro.MicroServer;

/** If the server refuses the application, this is reported at once, with the reason and the name of the log. */
class RefusedDeploymentIT {

    private static final Duration PATIENCE = Duration.ofMinutes(12);

    @TempDir
    private Path home;

    private ApplicationServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isReportedWithReasonAndLogLongBeforeTheTimeLimit() throws IOException {
        server = server();
        var begin = System.nanoTime();

        var refused = catchThrowableOfType(LocalRunException.class, () -> server.start(PATIENCE));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.dividedBy(2));
        assertThat(refused)
                .hasMessageContaining("refused the application")
                .hasMessageContaining("org.pizzaorders.Missing")
                .hasMessageContaining(server.log().toString());
        assertThat(refused.getMessage().lines().count()).isLessThanOrEqualTo(3);
    }

    private ApplicationServer server() throws IOException {
        var war = zip(Map.of("WEB-INF/web.xml", """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <listener><listener-class>org.pizzaorders.Missing</listener-class></listener>
                </web-app>
                """.getBytes(StandardCharsets.UTF_8)));
        var ear = home.resolve("pizza-orders.ear");
        Files.write(ear, zip(Map.of("broken.war", war)));
        var settings = StackSettings.onFreePorts(home, Optional.of(ear));
        var secrets = new Secrets(home);
        if (ServerKind.chosen() != ServerKind.MICRO) {
            return Servers.first(settings, secrets);
        }
        var archive = home.resolve("pizza-orders.war");
        Files.write(archive, war);
        return MicroServer.whole("Payara Micro", "micro", settings, secrets, archive);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
