package org.pizzaorders.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The connector has a parent of its own. What both builds name has one version. */
class ConnectorVersionsTest {

    private static final Pattern PROPERTY = Pattern.compile("<(version\\.[\\w-]+)>([^<]+)</");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</");
    private static final Pattern FORMATTER = Pattern.compile("<(palantirJavaFormat)>\\s*<version>([^<]+)</");

    @Test
    void whatTheConnectorAndTheRestBothUseHasOneVersion() throws IOException {
        Map<String, String> connector = versions("server-config/kafka-connector/pom.xml");
        Map<String, String> root = versions("pom.xml");

        Map<String, String> asTheRestHasIt = new TreeMap<>(connector);
        asTheRestHasIt.replaceAll(root::getOrDefault);

        assertThat(connector)
                .isEqualTo(asTheRestHasIt)
                .containsKeys("version.kafka", "version.junit", "palantirJavaFormat", "maven-compiler-plugin");
    }

    @Test
    void theRestUsesTheConnectorAsItIsBuiltHere() throws IOException {
        Map<String, String> connector = versions("server-config/kafka-connector/pom.xml");

        assertThat(versions("pom.xml"))
                .containsEntry("version.kafka-connector", connector.get("kafka-connector-parent"));
    }

    private static Map<String, String> versions(String file) throws IOException {
        String pom = Files.readString(Path.of("..", file));
        Map<String, String> versions = new TreeMap<>();
        for (Pattern each : new Pattern[] {PROPERTY, ARTIFACT, FORMATTER}) {
            each.matcher(pom)
                    .results()
                    .filter(found -> !found.group(2).equals("${project.version}"))
                    .forEach(found -> versions.putIfAbsent(found.group(1), found.group(2)));
        }
        return versions;
    }
}
