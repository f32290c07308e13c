package org.pizzaorders.local.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.bench.cost.Each;
import org.pizzaorders.local.part.Console;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Table table =
            new Table(Map.of("machine", "2 cores"), new Console(new PrintStream(out, true, StandardCharsets.UTF_8)));

    @BeforeEach
    void measure() {
        table.add(Figure.of("P1", "intake", 312.4, "orders/s")
                .detail("p50 %.1f ms", 22.31)
                .goal("0.5")
                .costing(new Each(3, 7.5, Map.of("Kafka", 0.25))));
        table.add(Figure.missing("P2", "whole flow", "It broke | badly\nat some line"));
        table.note("time", "3 min");
    }

    @Test
    void peopleReadItAsMarkdown() {
        assertThat(table.markdown()).isEqualTo("""
                        - machine: 2 cores
                        - time: 3 min

                        | | what | seen | goal | in detail | cost of each order or event |
                        |---|---|---|---|---|---|
                        | P1 | intake | 312 orders/s | 0.5 | p50 22.3 ms | 3.00 commits, 7.50 statements; CPU ms: Kafka 0.250 |
                        | P2 | whole flow | not measured |  | It broke \\| badly |  |
                        """);
    }

    @Test
    void programsReadItAsJson() {
        JsonNode json = new JsonMapper().readTree(table.json());

        assertThat(json.at("/run/machine").asString()).isEqualTo("2 cores");
        assertThat(json.at("/figures/0/value").asDouble()).isEqualTo(312.4);
        assertThat(json.at("/figures/0/each/cpuMillis/Kafka").asDouble()).isEqualTo(0.25);
        assertThat(json.at("/figures/1/value").isNull()).isTrue();
    }

    @Test
    void theConsoleShowsAFigureAsSoonAsItIsKnown() {
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("  P1  intake: 312 orders/s; p50 22.3 ms; each: 3.00 commits")
                .contains("  P2  whole flow: not measured; It broke | badly");
    }
}
