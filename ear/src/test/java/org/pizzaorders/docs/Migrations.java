package org.pizzaorders.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables that the migrations of one folder make, as far as a picture shows them. */
final class Migrations {

    private static final Pattern TABLE = Pattern.compile("(?ms)^create table (\\w+) \\(\\n(.*?)^\\);");
    private static final Pattern COLUMN = Pattern.compile("(?m)^    (?!constraint )(\\w+) +(\\w+)([^\\n]*)");
    private static final Pattern KEY = Pattern.compile("primary key \\(([^)]*)\\)");
    private static final Pattern UNIQUE = Pattern.compile("unique \\(([^)]*)\\)");
    private static final Pattern REFERENCE = Pattern.compile("foreign key \\((\\w+)\\) references (\\w+)");
    private static final Pattern ADDED =
            Pattern.compile("(?m)^alter table (\\w+)\\s+add column (\\w+) +(\\w+)([^,;\\n]*)");
    private static final Pattern DROPPED = Pattern.compile("(?m)^alter table (\\w+)\\s+drop column (\\w+)");
    private static final Pattern RENAMED = Pattern.compile("(?m)^alter table (\\w+)\\s+rename column (\\w+) to (\\w+)");

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Migrations() {}

    static List<Table> tables(Path folder) {
        var migrations = new Migrations();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().map(Migrations::sql).forEach(migrations::apply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(migrations.tables.values());
    }

    private static String sql(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(String sql) {
        TABLE.matcher(sql).results().forEach(found -> {
            var table = Table.of(found.group(1), found.group(2));
            tables.put(table.name, table);
        });
        ADDED.matcher(sql)
                .results()
                .forEach(found -> tables.get(found.group(1))
                        .columns
                        .add(Column.of(found.group(2), found.group(3), found.group(4))));
        DROPPED.matcher(sql)
                .results()
                .forEach(found ->
                        tables.get(found.group(1)).columns.removeIf(column -> column.name.equals(found.group(2))));
        RENAMED.matcher(sql)
                .results()
                .forEach(found -> tables.get(found.group(1))
                        .columns
                        .replaceAll(column -> column.renamed(found.group(2), found.group(3))));
    }

    /** A column; {@code mandatory} if it is not null. */
    record Column(String name, String type, boolean mandatory) {

        static Column of(String name, String type, String rest) {
            return new Column(name, type, rest.contains("not null") || rest.contains("generated always"));
        }

        Column renamed(String from, String to) {
            return name.equals(from) ? new Column(to, type, mandatory) : this;
        }
    }

    /** That a column names a row of another table. */
    record Reference(String column, String table) {}

    /** A table; {@code single} are the columns whose value is on one row at most. */
    record Table(String name, List<Column> columns, Set<String> key, Set<String> single, List<Reference> references) {

        static Table of(String name, String body) {
            var columns = new ArrayList<>(COLUMN.matcher(body)
                    .results()
                    .map(found -> Column.of(found.group(1), found.group(2), found.group(3)))
                    .toList());
            var key =
                    KEY.matcher(body).results().map(Table::columns).findFirst().orElse(Set.of());
            var single = new HashSet<String>();
            Stream.concat(Stream.of(key), UNIQUE.matcher(body).results().map(Table::columns))
                    .filter(columnsOfOne -> columnsOfOne.size() == 1)
                    .forEach(single::addAll);
            var references = REFERENCE
                    .matcher(body)
                    .results()
                    .map(found -> new Reference(found.group(1), found.group(2)))
                    .toList();
            return new Table(name, columns, key, single, references);
        }

        private static Set<String> columns(MatchResult found) {
            return Set.of(found.group(1).split(", *"));
        }
    }
}
