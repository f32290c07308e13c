package org.pizzaorders.kafka.adapter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the page of settings against {@code ra.xml}. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|(?: `([^`]+)`)? \\|");

    @ParameterizedTest
    @CsvSource({
        "resourceadapter, Resource adapter",
        "connection-definition, Connection factory",
        "activationspec, Activation"
    })
    void thePageListsEveryPropertyWithItsDefault(String element, String heading) throws Exception {
        Map<String, String> declared = new TreeMap<>();
        Descriptor.properties(element).keySet().forEach(name -> declared.put(name, ""));
        declared.putAll(Descriptor.defaults(element));

        assertThat(onThePage(heading)).isEqualTo(declared);
    }

    private static Map<String, String> onThePage(String heading) throws IOException {
        String section =
                Files.readString(PAGE).split("\n## " + heading + "\n")[1].split("\n## ")[0];
        return ROW.matcher(section)
                .results()
                .collect(toMap(
                        row -> row.group(1),
                        row -> row.group(2) == null ? "" : row.group(2),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
    }
}
