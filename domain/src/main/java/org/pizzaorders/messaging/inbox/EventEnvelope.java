package org.pizzaorders.messaging.inbox;

import java.time.Instant;
import java.util.UUID;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.DomainEvent;

/**
 * An event as it arrived, with what CloudEvents says about it.
 *
 * @param time when it happened, by the clock of its service
 * @param aggregateVersion counts from 1 for each aggregate, without gaps
 * @param context the call context in which the event is applied
 */
public record EventEnvelope<E extends DomainEvent>(
        UUID id, String type, Instant time, int aggregateVersion, E event, CallContext context) {}
