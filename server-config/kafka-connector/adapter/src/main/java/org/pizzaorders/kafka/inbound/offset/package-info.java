/**
 * Commits the progress of a consumer. Input: positions that the container has committed. Output: commits of offsets.
 * Only for the poll thread. Does not know records or deliveries.
 */
package org.pizzaorders.kafka.inbound.offset;
