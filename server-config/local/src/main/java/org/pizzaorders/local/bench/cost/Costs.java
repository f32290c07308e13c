package org.pizzaorders.local.bench.cost;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.database.PostgresServer;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Part;

/**
 * Counts what the parts of a stack use. A transaction gets an id when it writes, and its commit waits for the disk. So the
 * ids count the durable commits. {@code pg_stat_statements} counts what clients execute.
 */
public final class Costs {

    private static final String QUERY = "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint,"
            + " coalesce(sum(calls), 0)::bigint from pg_stat_statements";

    private final Stack stack;

    /** @param stack whose database was {@link #prepare prepared} */
    public Costs(Stack stack) {
        this.stack = stack;
    }

    /**
     * Makes the database of a stack that is down ready for measurements, from its next start on: it counts statements,
     * keeps the time of each commit, and writes what Debezium reads.
     */
    public static void prepare(PostgresServer postgres) {
        postgres.start();
        Sql.execute(
                postgres.superuser(),
                "create extension if not exists pg_stat_statements",
                "alter system set shared_preload_libraries = 'pg_stat_statements'",
                "alter system set track_commit_timestamp = on",
                "alter system set wal_level = 'logical'");
        postgres.close();
    }

    /** What has been used until now. */
    public Counted now() {
        try (Connection connection = stack.postgres().superuser().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new Counted(row.getLong(1), row.getLong(2), cpu());
        } catch (SQLException e) {
            throw new LocalRunException("PostgreSQL does not count statements: " + e.getMessage(), e);
        }
    }

    /** What was used since then. */
    public Counted since(Counted earlier) {
        return now().minus(earlier);
    }

    /** Resident memory of the part in MB. Pages that processes share count once for each of them. */
    public static double memory(Part part) {
        return family(part).mapToLong(ProcessStatus::residentBytes).sum() / 1e6;
    }

    /** The CPU time of a process. */
    public static Duration cpu(ProcessHandle process) {
        return new ProcessStatus(process.pid()).cpu();
    }

    private Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new TreeMap<>();
        stack.parts().forEach(part -> cpu.put(part.name(), cpu(part)));
        return cpu;
    }

    private static Duration cpu(Part part) {
        return family(part).map(ProcessStatus::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Its process and all its children. */
    private static Stream<ProcessStatus> family(Part part) {
        return part.process().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> new ProcessStatus(process.pid()));
    }
}
