package org.pizzaorders.local.faults.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pizzaorders.local.database.PizzaDatabase;
import org.pizzaorders.local.faults.evidence.Buried;
import org.pizzaorders.local.faults.evidence.Database;
import org.pizzaorders.local.faults.evidence.Outstanding;
import org.pizzaorders.local.faults.evidence.Topics;
import org.pizzaorders.local.faults.plan.RunLog;

/** Checks the whole system after a run, whoever ordered. */
public final class WholeChecks {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private WholeChecks() {}

    public static List<Check> of(
            Database database, Topics topics, Buried before, Duration settled, Map<String, Long> open) {
        List<String> left = new ArrayList<>();
        for (String service : PizzaDatabase.SERVICES) {
            Outstanding.unpublished(database, service).forEach(row -> left.add(service + ": " + row));
        }
        List<String> dead = Buried.now(database, topics).since(before).entrySet().stream()
                .map(letter -> letter.getKey() + ": " + letter.getValue())
                .toList();
        List<String> payments = database.texts(
                "select 'payment ' || id || ' of order ' || order_id || ' is ' || status || ', ' || coalesce(provider_reference, 'unopened')"
                        + " || ', due ' || coalesce(next_attempt_at::text, 'never') from payments.payments"
                        + " where status = 'PROCESSING' or (status = 'PENDING' and method = 'CARD')");
        return List.of(
                new Check("The outboxes are empty", PizzaDatabase.SERVICES.size(), left, ""),
                new Check("There are no dead letters", PizzaDatabase.SERVICES.size(), dead, ""),
                new Check(
                        "No payment is open", database.number("select count(*) from payments.payments"), payments, ""),
                new Check(
                        "Settled within " + LIMIT.toSeconds() + " s of healing",
                        1,
                        Check.unless(
                                settled.compareTo(LIMIT) <= 0 && open.isEmpty(),
                                open.isEmpty() ? "took " + RunLog.seconds(settled) : "still open: " + open),
                        RunLog.seconds(settled)));
    }
}
