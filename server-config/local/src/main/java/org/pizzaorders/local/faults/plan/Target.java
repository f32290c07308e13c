package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.pizzaorders.local.Stack;

/** What faults can hit, how often, and roughly how long it takes to recover. */
public enum Target {
    SERVER_1("server 1", 22, Duration.ofSeconds(40)),
    SERVER_2("server 2", 22, Duration.ofSeconds(40)),
    MENU("menu", 11, Duration.ofSeconds(25)),
    ORDERS("orders", 11, Duration.ofSeconds(25)),
    PAYMENTS("payments", 11, Duration.ofSeconds(25)),
    NOTIFICATIONS("notifications", 11, Duration.ofSeconds(25)),
    KAFKA("Kafka", 18, Duration.ofSeconds(12)),
    POSTGRES("PostgreSQL", 20, Duration.ofSeconds(6)),
    PROVIDER("provider", 18, Duration.ofSeconds(4));

    /** Two servers with everything, and the other parts. */
    static final Set<Target> SERVERS = EnumSet.of(SERVER_1, SERVER_2, KAFKA, POSTGRES, PROVIDER);

    /** A process for each service, and the other parts. */
    static final Set<Target> SLICES = EnumSet.of(MENU, ORDERS, PAYMENTS, NOTIFICATIONS, KAFKA, POSTGRES, PROVIDER);

    private final String title;
    private final int weight;
    private final Duration recovery;

    Target(String title, int weight, Duration recovery) {
        this.title = title;
        this.weight = weight;
        this.recovery = recovery;
    }

    /** The targets of a stack. */
    public static Set<Target> in(Stack stack) {
        return stack.server().slices().isEmpty() ? SERVERS : SLICES;
    }

    int weight() {
        return weight;
    }

    Duration recovery() {
        return recovery;
    }

    @Override
    public String toString() {
        return title;
    }
}
