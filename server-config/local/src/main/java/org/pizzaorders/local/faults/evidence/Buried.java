package org.pizzaorders.local.faults.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.local.database.PizzaDatabase;

/**
 * The dead letters at one time, so that those of an earlier run do not count for this one.
 *
 * @param letters the content of each, by service and id
 * @param published number of records on each dead-letter topic
 */
public record Buried(Map<String, String> letters, Map<String, Long> published) {

    public static Buried now(Database database, Topics topics) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (String service : PizzaDatabase.SERVICES) {
            if (database.hasTable(service + ".dead_letters")) {
                database.list(
                                "select id::text, to_jsonb(d) - 'payload' from " + service + ".dead_letters d",
                                row -> Map.entry(service + " " + row.getString(1), row.getString(2)))
                        .forEach(letter -> letters.put(letter.getKey(), letter.getValue()));
            }
        }
        Map<String, Long> published = new LinkedHashMap<>();
        Topics.ALL.forEach(topic -> published.put(topic + "-dlq", topics.size(topic + "-dlq")));
        return new Buried(letters, published);
    }

    /** What has been added since then. */
    public Map<String, String> since(Buried before) {
        Map<String, String> fresh = new LinkedHashMap<>(letters);
        fresh.keySet().removeAll(before.letters.keySet());
        published.forEach((topic, count) -> {
            if (count > before.published.get(topic)) {
                fresh.put(topic, "holds " + (count - before.published.get(topic)) + " more");
            }
        });
        return fresh;
    }
}
