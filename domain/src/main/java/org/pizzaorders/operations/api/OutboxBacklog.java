package org.pizzaorders.operations.api;

import java.time.Instant;

/**
 * The events of a service that its topic does not have yet.
 *
 * @param unpublished events that wait; the count ends at 10,000
 * @param failing how many of them failed before; this count ends there too
 * @param more whether more events may wait than were counted
 * @param oldest when the oldest of them was written; null if none waits
 * @param oldestSeconds its age in seconds, by the same clock; null if none waits
 */
public record OutboxBacklog(
        String service, long unpublished, long failing, boolean more, Instant oldest, Long oldestSeconds) {}
