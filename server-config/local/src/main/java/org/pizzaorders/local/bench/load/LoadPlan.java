package org.pizzaorders.local.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A load of orders.
 *
 * @param url where the orders go
 * @param body a file with the order
 * @param clients connections, each with one request at a time
 * @param perSecond 0 for as many as the connections allow
 * @param window for which rates are reported
 * @param steady whether the load ends as soon as it is steady: three windows in a row differ by less than 5 %
 * @param orders ends the load when so many are accepted, 0 for no such end
 * @param most how long it goes on at most
 */
public record LoadPlan(
        URI url, Path body, int clients, double perSecond, Duration window, boolean steady, int orders, Duration most) {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    /** Requests at a fixed rate must not wait for a free connection. */
    private static final int CLIENTS_OF_A_RATE = 64;

    /** As many orders as the connections allow. */
    public static LoadPlan full(URI url, Path body, int clients, Duration most) {
        return new LoadPlan(url, body, clients, 0, WINDOW, false, 0, most);
    }

    /** So many orders per second. */
    public LoadPlan at(double rate) {
        return new LoadPlan(url, body, CLIENTS_OF_A_RATE, rate, window, steady, orders, most);
    }

    /** The same until it is steady. */
    public LoadPlan untilSteady() {
        return new LoadPlan(url, body, clients, perSecond, window, true, orders, most);
    }

    /** The same until so many orders are accepted. */
    public LoadPlan until(int accepted) {
        return new LoadPlan(url, body, clients, perSecond, window, steady, accepted, most);
    }

    /** The same with reports for other windows. */
    public LoadPlan by(Duration other) {
        return new LoadPlan(url, body, clients, perSecond, other, steady, orders, most);
    }

    List<String> arguments() {
        return List.of(
                url.toString(),
                body.toString(),
                Integer.toString(clients),
                Double.toString(perSecond),
                window.toString(),
                Boolean.toString(steady),
                Integer.toString(orders),
                most.toString());
    }

    static LoadPlan of(List<String> arguments) {
        return new LoadPlan(
                URI.create(arguments.get(0)),
                Path.of(arguments.get(1)),
                Integer.parseInt(arguments.get(2)),
                Double.parseDouble(arguments.get(3)),
                Duration.parse(arguments.get(4)),
                Boolean.parseBoolean(arguments.get(5)),
                Integer.parseInt(arguments.get(6)),
                Duration.parse(arguments.get(7)));
    }
}
