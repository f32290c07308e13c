/**
 * Whose fault a failed delivery is. Exceptions come in, of the application, the container and the connector; a
 * {@link DeliveryFailure} with its {@link Blame} goes out. Knows no thread, no consumer and no setting.
 */
package org.pizzaorders.kafka.inbound.failure;
