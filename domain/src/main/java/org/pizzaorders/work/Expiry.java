package org.pizzaorders.work;

import java.time.Duration;

/**
 * Rows of one table that are over when they are so old, by the clock of the database.
 *
 * @param table with its schema; what belongs to a row goes with it by its foreign key
 * @param time the column that says since when; with an index, as the oldest are looked for
 * @param condition which rows may go at all, of the table as {@code t}; empty for all. Never from outside
 * @param setting that says for how long they are kept
 * @param otherwise how long without it; zero: as soon as the condition holds
 */
public record Expiry(String table, String time, String condition, String setting, Duration otherwise) {

    /** With the lock, the retention in milliseconds and a limit as parameters. The rows are chosen once, then deleted. */
    String statement() {
        return "delete from " + table + " where (select pg_try_advisory_xact_lock(?)) and ctid = any(array("
                + "select t.ctid from " + table + " t where t." + time + " < now() - ? * interval '1 millisecond'"
                + (condition.isEmpty() ? "" : " and " + condition)
                + " order by t." + time + " limit ?))";
    }
}
