package org.pizzaorders.local.bench.result;

import java.util.Locale;
import org.pizzaorders.local.bench.cost.Each;

/**
 * One figure.
 *
 * @param phase what it belongs to, such as {@code P1}
 * @param what was measured
 * @param value null if the measurement failed
 * @param unit of the value
 * @param detail for people, may be empty
 * @param goal for people, may be empty
 * @param each the cost of one order or event, null if nobody counted
 */
public record Figure(String phase, String what, Double value, String unit, String detail, String goal, Each each) {

    public static Figure of(String phase, String what, double value, String unit) {
        return new Figure(phase, what, value, unit, "", "", null);
    }

    /** A measurement that did not succeed. */
    public static Figure missing(String phase, String what, String reason) {
        return new Figure(phase, what, null, "", reason.lines().findFirst().orElse("no reason given"), "", null);
    }

    public Figure detail(String text, Object... values) {
        return new Figure(phase, what, value, unit, String.format(Locale.ROOT, text, values), goal, each);
    }

    public Figure goal(String wanted) {
        return new Figure(phase, what, value, unit, detail, wanted, each);
    }

    public Figure costing(Each cost) {
        return new Figure(phase, what, value, unit, detail, goal, cost);
    }

    /** Value and unit, with as many digits as make sense. */
    String seen() {
        if (value == null) {
            return "not measured";
        }
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return (String.format(Locale.ROOT, format, value) + " " + unit).strip();
    }
}
