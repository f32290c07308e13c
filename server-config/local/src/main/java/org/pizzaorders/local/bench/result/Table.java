package org.pizzaorders.local.bench.result;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pizzaorders.local.part.Console;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run. Each is reported on the console as soon as it is known. For one thread. */
public final class Table {

    private final Map<String, String> header;
    private final Console console;
    private final List<Figure> figures = new ArrayList<>();

    /** @param header what the figures were measured on */
    public Table(Map<String, String> header, Console console) {
        this.header = new LinkedHashMap<>(header);
        this.console = console;
    }

    /** Adds a line to the header, such as the time that the run took. */
    public void note(String name, String value) {
        header.put(name, value);
    }

    public void add(Figure figure) {
        figures.add(figure);
        console.say("  " + figure.phase() + "  " + figure.what() + ": " + figure.seen()
                + (figure.detail().isEmpty() ? "" : "; " + figure.detail())
                + (figure.each() == null ? "" : "; each: " + figure.each().text()));
    }

    public String markdown() {
        return header.entrySet().stream()
                        .map(line -> "- " + line.getKey() + ": " + line.getValue())
                        .collect(joining("\n", "", "\n\n"))
                + figures.stream()
                        .map(Table::row)
                        .collect(joining(
                                "\n",
                                "| | what | seen | goal | in detail | cost of each order or event |\n"
                                        + "|---|---|---|---|---|---|\n",
                                "\n"));
    }

    private static String row(Figure figure) {
        String cost = figure.each() == null ? "" : figure.each().text();
        return Stream.of(figure.phase(), figure.what(), figure.seen(), figure.goal(), figure.detail(), cost)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |"));
    }

    public String json() {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(new Written(header, figures));
    }

    private record Written(Map<String, String> run, List<Figure> figures) {}
}
