package org.pizzaorders.local.faults;

import java.time.Duration;

/** What can be hit, how often, and how long it takes to come back by itself, roughly. */
enum Target {
    SERVER_1("server 1", 22, Duration.ofSeconds(40)),
    SERVER_2("server 2", 22, Duration.ofSeconds(40)),
    KAFKA("Kafka", 18, Duration.ofSeconds(12)),
    POSTGRES("PostgreSQL", 20, Duration.ofSeconds(6)),
    PROVIDER("provider", 18, Duration.ofSeconds(4));

    private final String title;
    private final int weight;
    private final Duration recovery;

    Target(String title, int weight, Duration recovery) {
        this.title = title;
        this.weight = weight;
        this.recovery = recovery;
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
