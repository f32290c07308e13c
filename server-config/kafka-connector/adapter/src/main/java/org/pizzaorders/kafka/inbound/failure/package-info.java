/**
 * Decides what is to blame for a failed delivery. Input: exceptions of the application, the container and the
 * connector. Output: a {@link DeliveryFailure} with its {@link Blame}. Uses no threads, consumers or settings.
 */
package org.pizzaorders.kafka.inbound.failure;
