package org.pizzaorders.operations.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of one check, in the terms of MicroProfile Health.
 *
 * @param data figures and short texts for people; no secrets, no personal data, no exception messages
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

    /** Status down, with the class of the exception. */
    public static HealthCheck failed(String name, Throwable trouble) {
        return of(name, false, Map.of("error", trouble.getClass().getName()));
    }

    public boolean up() {
        return status == Status.UP;
    }
}
