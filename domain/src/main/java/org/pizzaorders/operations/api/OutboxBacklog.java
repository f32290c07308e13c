package org.pizzaorders.operations.api;

import java.time.Instant;

/**
 * What a service has told and its topic does not have yet.
 *
 * @param unpublished events that wait
 * @param failing those among them that were refused before
 * @param oldest when the oldest of them was written; null if none waits
 */
public record OutboxBacklog(String service, long unpublished, long failing, Instant oldest) {}
