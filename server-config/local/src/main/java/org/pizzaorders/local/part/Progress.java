package org.pizzaorders.local.part;

import java.time.Duration;

/** What the start of a {@code Stack} tells while it goes on. Called by several threads. */
public interface Progress {

    /** Says nothing, for tests. */
    Progress SILENT = (part, took) -> {};

    void ready(String part, Duration took);
}
