/**
 * Dead letters: events that could not be applied or sent. They are stored encrypted, shown to operators, and redriven
 * or discarded. The events after them wait. {@link org.pizzaorders.messaging.deadletter.DeadLetterOffice} is the entry
 * point.
 *
 * <p>Uses {@code messaging.inbox}, {@code messaging.outbox}, {@code operations}, and the packages below them.
 */
package org.pizzaorders.messaging.deadletter;
