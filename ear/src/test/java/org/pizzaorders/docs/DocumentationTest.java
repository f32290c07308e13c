package org.pizzaorders.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.catalog.api.MenuEvent;
import org.pizzaorders.notification.api.NotificationEvent;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.shared.DomainEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Holds {@code docs} against the code: what it says of names, shapes and settings is what is there. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Path CONNECTOR = ROOT.resolve("server-config/kafka-connector");
    private static final boolean REDRAW = Boolean.getBoolean("pizza.docs.redraw");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)\\n### (\\w+)\\n(?:(?!\\n###? ).)*?\\n```json\\n(.*?)```");
    private static final Pattern SETTING = Pattern.compile("\"(pizza\\.[a-z][a-z.-]*[a-z])\"");
    private static final Pattern PROBLEM =
            Pattern.compile("(?:Kind\\.\\w+,\\s*|plain\\(\\s*\\d+,\\s*)\"([A-Z][A-Z_]+)\"");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    private static final Pattern BOX = Pattern.compile("(?s)box \"([a-z.]+)\"(.*?)end box");
    private static final Pattern PARTICIPANT = Pattern.compile("participant (\\w+)");
    private static final List<String> MODULES = List.of(
            "domain",
            "order-ejb",
            "payment-ejb",
            "notification-ejb",
            "frontend-war",
            "server-config/local",
            "server-config/kafka-connector/api",
            "server-config/kafka-connector/adapter");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource({
        "messaging,     domain",
        "catalog,       frontend-war",
        "orders,        order-ejb",
        "payments,      payment-ejb",
        "notifications, notification-ejb"
    })
    void theEntityPicturesShowWhatTheMigrationsMake(String schema, String module) throws IOException {
        var migrations = ROOT.resolve(module).resolve("src/main/resources/db/migration/" + schema);

        assertDrawn("data-model-" + schema, EntityPicture.of(title(schema), Migrations.tables(migrations)));
    }

    @ParameterizedTest
    @CsvSource({
        "domain,    5, Packages of domain,          domain",
        "connector, 8, Packages of kafka-connector, server-config/kafka-connector/api server-config/kafka-connector/adapter"
    })
    void theRoomsStandOnTheirFloorsAsDrawn(String name, int floors, String title, String modules) throws IOException {
        var rooms = new RoomsPicture(Stream.of(modules.split(" "))
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .toList());

        assertDrawn("rooms-" + name, rooms.drawn(title));
        assertThat(rooms.floors()).isLessThanOrEqualTo(floors);
    }

    @ParameterizedTest
    @CsvSource({
        "catalog,      frontend-war",
        "order,        order-ejb",
        "payment,      payment-ejb",
        "notification, notification-ejb"
    })
    void theComponentsOfEachServiceAreAsDrawn(String service, String module) throws IOException {
        var components = new ComponentsPicture(ROOT.resolve(module).resolve("target/classes"), service);

        assertDrawn("components-" + service, components.drawn("Components of " + module));
    }

    @Test
    void theWayOfAnEventLeadsThroughRoomsAndClassesThatThereAre() throws IOException {
        var boxes = BOX.matcher(text("diagrams/event-way.puml")).results().toList();

        assertThat(boxes)
                .hasSize(8)
                .allSatisfy(box -> assertThat(PARTICIPANT
                                .matcher(box.group(2))
                                .results()
                                .map(found ->
                                        "org/pizzaorders/" + box.group(1).replace('.', '/') + "/" + found.group(1)))
                        .isNotEmpty()
                        .allMatch(type -> MODULES.stream()
                                .anyMatch(module -> Files.exists(ROOT.resolve(module)
                                        .resolve("src/main/java")
                                        .resolve(type + ".java")))));
    }

    private static void assertDrawn(String name, String drawn) throws IOException {
        var picture = DOCS.resolve("diagrams/" + name + ".puml");
        if (REDRAW) {
            Files.writeString(picture, drawn);
        }
        assertThat(picture).hasContent(drawn);
    }

    @ParameterizedTest
    @CsvSource({"messaging", "catalog", "orders", "payments", "notifications"})
    void everyTableAndColumnIsExplained(String schema) throws IOException {
        var text = text("data-model.md");
        var picture = text("diagrams/data-model-" + schema + ".puml");

        var names = Pattern.compile("(?m)^(?:entity|  \\*?) ?(\\w+)")
                .matcher(picture)
                .results()
                .map(found -> "`" + found.group(1) + "`");

        assertThat(text).contains(new TreeSet<>(names.toList()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExamplesOfEventsAreTrueToTheirRecords(Class<? extends DomainEvent> event) throws IOException {
        var examples = EXAMPLE.matcher(text("events.md"))
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2)));
        assertThat(examples).containsKey(event.getSimpleName());
        var example = STRICT.readTree(examples.get(event.getSimpleName()));

        var written = STRICT.readTree(STRICT.writeValueAsString(STRICT.treeToValue(example, event)));

        assertThat((Object) written).isEqualTo(example);
    }

    static Stream<Class<?>> events() {
        return Stream.of(MenuEvent.class, OrderEvent.class, PaymentEvent.class, NotificationEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        var described = text("operations.md");

        assertThat(found(SETTING)).isNotEmpty().allMatch(setting -> described.contains("`" + setting + "`"));
    }

    @Test
    void everyProblemCodeIsDescribed() throws IOException {
        var described = text("api.md");

        assertThat(found(PROBLEM)).isNotEmpty().allMatch(code -> described.contains("`" + code + "`"));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (var page : pages()) {
            var links = LINK.matcher(Files.readString(page))
                    .results()
                    .map(found -> page.resolveSibling(found.group(1)))
                    .toList();

            assertThat(links).as(page.toString()).allMatch(Files::exists);
        }
    }

    @Test
    void everyPictureIsRendered() throws IOException {
        try (var files = Files.list(DOCS.resolve("diagrams"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".puml")))
                    .allMatch(file -> Files.exists(
                            file.resolveSibling(file.getFileName().toString().replace(".puml", ".svg"))));
        }
    }

    private static String title(String schema) {
        return schema.equals("messaging") ? "Tables of messaging, in each schema" : "Schema " + schema;
    }

    private static String text(String page) throws IOException {
        return Files.readString(DOCS.resolve(page));
    }

    private static List<Path> pages() throws IOException {
        try (var own = Files.walk(DOCS);
                var connector = Files.walk(CONNECTOR.resolve("docs"))) {
            return Stream.of(
                            own,
                            connector,
                            Stream.of(CONNECTOR.resolve("README.md")),
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve)
                                    .filter(Files::exists))
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static TreeSet<String> found(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
                }
            }
        }
        return found;
    }
}
