package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.local.part.Port;
import tools.jackson.databind.json.JsonMapper;

/** The same request gets the same answer from every server. */
class HttpTableIT {

    private static final Map<String, Port> SERVICES = Map.of("menu", Port.MENU, "orders", Port.ORDERS);

    private static final String NAMES_OF_SERVERS =
            "(?i)payara|glassfish|grizzly|catalina|wildfly|undertow|jersey|resteasy|exception";

    static Stream<Row> rows() {
        return HttpTable.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isAnsweredByTheTable(Row row) {
        var server = Installation.running().service(service(row)).base();
        var answer = RawAnswer.to(server, row.bytes(server.getAuthority()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(row.status());
        assertThat(answer.headers("X-Correlation-Id")).as(answer.toString()).hasSize(1);
        assertThat(answer.headers("Server")).isEmpty();
        assertThat(answer.headers("X-Powered-By")).isEmpty();
        if (answer.status() >= 400) {
            assertIsAProblem(row, answer);
        }
        row.checks().forEach(check -> check.accept(answer));
    }

    static Stream<Row> oddHosts() {
        return AddressRows.oddHosts().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddHosts")
    void isRefusedByOurselvesOrTheServer(Row row) {
        var server = Installation.running().service(service(row)).base();

        var answer = RawAnswer.to(server, row.bytes(server.getAuthority()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(row.status());
        assertThat(answer.headers("Server")).isEmpty();
        assertThat(answer.body()).doesNotContainPattern(NAMES_OF_SERVERS);
    }

    /** Of addresses that belong to nobody but people. */
    private static void assertIsAProblem(Row row, RawAnswer answer) {
        assertThat(answer.body()).isNotBlank().doesNotContainPattern(NAMES_OF_SERVERS);
        if (row.requestLine().contains("api/v1") || row.requestLine().contains("api\\v1")) {
            assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
            assertThat(new JsonMapper().readTree(answer.body()).at("/status").asInt())
                    .isEqualTo(answer.status());
        }
    }

    /** Pages and documents are asked of the menu: where services run apart, it has them. */
    private static Port service(Row row) {
        return SERVICES.entrySet().stream()
                .filter(service -> row.requestLine().contains(service.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Port.MENU);
    }
}
