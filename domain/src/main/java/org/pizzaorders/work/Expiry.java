package org.pizzaorders.work;

import java.time.Duration;

/**
 * Rows of one table that are deleted at a certain age, by the clock of the database.
 *
 * @param table with its schema; dependent rows are deleted through their foreign key
 * @param time the column with the start of the retention; it needs an index, because the oldest rows are searched
 * @param condition which rows may be deleted, with the table as {@code t}; empty for all. It must never come from
 *     outside
 * @param setting the name of the retention setting
 * @param otherwise the default retention; zero means as soon as the condition is true
 */
public record Expiry(String table, String time, String condition, String setting, Duration otherwise) {

    /**
     * Its parameters are the lock, the retention in milliseconds and a limit. The rows are selected once, then deleted.
     */
    String statement() {
        return "delete from " + table + " where (select pg_try_advisory_xact_lock(?)) and ctid = any(array("
                + "select t.ctid from " + table + " t where t." + time + " < now() - ? * interval '1 millisecond'"
                + (condition.isEmpty() ? "" : " and " + condition)
                + " order by t." + time + " limit ?))";
    }
}
