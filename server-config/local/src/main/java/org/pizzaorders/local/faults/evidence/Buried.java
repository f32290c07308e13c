package org.pizzaorders.local.faults.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.local.database.PizzaDatabase;

/**
 * Dead letters, as they stand at some time: those of an earlier run are not this one's.
 *
 * @param letters what each is about, by service and id
 * @param published records on the dead-letter topics, per topic
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

    /** What has come since. */
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
