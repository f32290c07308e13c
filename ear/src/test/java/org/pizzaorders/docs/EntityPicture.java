package org.pizzaorders.docs;

import java.util.List;
import java.util.stream.Collectors;
import org.pizzaorders.docs.Migrations.Column;
import org.pizzaorders.docs.Migrations.Table;

/** Draws tables as PlantUML, in crow's foot notation. */
final class EntityPicture {

    private EntityPicture() {}

    static String of(String title, List<Table> tables) {
        return """
                @startuml
                ' Drawn from the migrations. Do not edit: see CONTRIBUTING.md.
                !include style.iuml
                hide circle
                hide methods
                title %s

                %s
                %s@enduml
                """.formatted(
                        title,
                        tables.stream().map(EntityPicture::entity).collect(Collectors.joining("\n")),
                        tables.stream().map(EntityPicture::references).collect(Collectors.joining()));
    }

    private static String entity(Table table) {
        var key = lines(table, true);
        var others = lines(table, false);
        return "entity " + table.name() + " {\n" + key + "  --\n" + others + "}\n";
    }

    private static String lines(Table table, boolean inKey) {
        return table.columns().stream()
                .filter(column -> table.key().contains(column.name()) == inKey)
                .map(column -> "  " + line(table, column) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Table table, Column column) {
        var isReference = table.references().stream()
                .anyMatch(reference -> reference.column().equals(column.name()));
        return (column.mandatory() ? "* " : "") + column.name() + " : " + column.type()
                + (isReference ? " <<FK>>" : "");
    }

    private static String references(Table table) {
        return table.references().stream()
                .map(reference -> reference.table() + " ||--"
                        + (table.single().contains(reference.column()) ? "o|" : "o{") + " " + table.name() + "\n")
                .collect(Collectors.joining());
    }
}
