package org.pizzaorders.operations.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look at one thing came to, in the terms of MicroProfile Health.
 *
 * @param data figures and short texts for people; no secrets, nothing of a person, no message of an exception
 */
public record HealthCheck(String name, Status status, Map<String, Object> data) {

    /** As MicroProfile Health spells it. */
    public enum Status {
        UP,
        DOWN
    }

    public HealthCheck {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public static HealthCheck of(String name, boolean up) {
        return of(name, up, Map.of());
    }

    public static HealthCheck of(String name, boolean up, Map<String, Object> data) {
        return new HealthCheck(name, up ? Status.UP : Status.DOWN, data);
    }

    /** Down, and of what class the trouble was. */
    public static HealthCheck failed(String name, Throwable trouble) {
        return of(name, false, Map.of("error", trouble.getClass().getName()));
    }

    public boolean up() {
        return status == Status.UP;
    }
}
