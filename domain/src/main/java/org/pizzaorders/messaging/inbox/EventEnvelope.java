package org.pizzaorders.messaging.inbox;

import java.time.Instant;
import java.util.UUID;
import org.pizzaorders.shared.DomainEvent;

/**
 * An event as it arrived, with what CloudEvents says about it.
 *
 * @param time when it happened, by the clock of its service
 * @param aggregateVersion counts from 1 for each aggregate, without gaps
 */
public record EventEnvelope<E extends DomainEvent>(UUID id, String type, Instant time, int aggregateVersion, E event) {}
