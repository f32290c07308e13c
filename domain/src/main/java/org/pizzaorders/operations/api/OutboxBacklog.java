package org.pizzaorders.operations.api;

import java.time.Instant;

/**
 * What a service has told and its topic does not have yet.
 *
 * @param unpublished events that wait; counting ends at 10,000
 * @param failing those among them that were refused before; counting ends there too
 * @param more whether more may wait than were counted
 * @param oldest when the first of them was written; null if none waits
 * @param oldestSeconds how long ago that was, by the clock that says when; null if none waits
 */
public record OutboxBacklog(
        String service, long unpublished, long failing, boolean more, Instant oldest, Long oldestSeconds) {}
