package org.pizzaorders.local.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pizzaorders.local.faults.check.Check;
import org.pizzaorders.local.faults.check.EventChecks;
import org.pizzaorders.local.faults.customer.Receipt;
import org.pizzaorders.local.faults.evidence.Evidence;
import org.pizzaorders.local.faults.plan.Fault;
import org.pizzaorders.local.faults.plan.Plan;
import org.pizzaorders.local.faults.plan.RunLog;

/**
 * The result of a run, for people.
 *
 * @param figures name and value, in the order of the columns of {@link #HEADER}
 * @param checks each rule and its result
 * @param log what happened when
 */
public record Report(long seed, String tag, List<String> figures, List<Check> checks, List<String> log) {

    /** The head of the Markdown table with one {@link #row} for each run. */
    public static final String HEADER = """
            | seed | time | faults | orders | by status | events published twice | mails sent twice | retries of clients | answers 500 | settled after | verdict |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    static Report of(
            Plan plan,
            String tag,
            List<Receipt> receipts,
            Evidence evidence,
            Map<Fault.Kind, Integer> faults,
            Duration settled,
            List<Check> checks,
            List<String> log) {
        long mailsTwice = evidence.world().messages().size()
                - evidence.world().messages().stream().distinct().count();
        return new Report(
                plan.seed(),
                tag,
                List.of(
                        plan.duration().toSeconds() + " s",
                        counts(faults),
                        Integer.toString(evidence.orders().size()),
                        counts(evidence.orders().stream().collect(groupingBy(Evidence.Order::status, counting()))),
                        Long.toString(EventChecks.duplicates(evidence)),
                        Long.toString(mailsTwice),
                        Integer.toString(
                                receipts.stream().mapToInt(Receipt::retries).sum()),
                        Integer.toString(receipts.stream()
                                .mapToInt(Receipt::serverErrors)
                                .sum()),
                        RunLog.seconds(settled)),
                checks,
                log);
    }

    /** The report of a run that did not finish. */
    static Report aborted(long seed, String tag, Throwable reason) {
        return new Report(
                seed,
                tag,
                Collections.nCopies(9, "–"),
                List.of(new Check("The run finished", 1, List.of(reason.toString()), "")),
                List.of());
    }

    /** Whether every rule held. */
    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    /** One line of the Markdown table. */
    public String row() {
        long broken = checks.stream().filter(check -> !check.holds()).count();
        return Stream.of(
                        Stream.of(Long.toString(seed)),
                        figures.stream(),
                        Stream.of(broken == 0 ? "all hold" : "**" + broken + " broken**"))
                .flatMap(cells -> cells)
                .collect(joining(" | ", "| ", " |"));
    }

    /** Every rule, how often it was checked, and its result. Failures follow with their ids. */
    public String table() {
        String rules = checks.stream()
                .map(check -> String.format(
                        Locale.ROOT,
                        "  %-62s %7d  %-8s %s",
                        check.rule(),
                        check.examined(),
                        check.holds() ? "holds" : "FAILS " + check.failures().size(),
                        check.note()))
                .collect(joining("\n"));
        String failures = failures();
        return failures.isEmpty() ? rules : rules + "\n\n" + failures;
    }

    /** A line for each thing that broke a rule; empty if nothing did. */
    public String failures() {
        return checks.stream()
                .filter(check -> !check.holds())
                .map(check -> "  " + check.rule() + ":\n    " + String.join("\n    ", check.failures()))
                .collect(joining("\n"));
    }

    private static String counts(Map<?, ? extends Number> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(joining(", "));
    }
}
