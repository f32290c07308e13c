package org.pizzaorders.local.part;

import java.time.Duration;

/** Gets reports while a {@code Stack} starts. Several threads call it. */
public interface Progress {

    /** Reports nothing, for tests. */
    Progress SILENT = (part, took) -> {};

    void ready(String part, Duration took);
}
