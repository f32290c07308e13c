/**
 * What could not be applied or sent: kept encrypted, shown to operators, redriven or discarded; what comes after it
 * waits. {@link org.pizzaorders.messaging.deadletter.DeadLetterOffice} is the way in.
 *
 * <p>Comes in: {@code messaging.inbox}, {@code messaging.outbox}, {@code operations}, and whatever these use.
 */
package org.pizzaorders.messaging.deadletter;
