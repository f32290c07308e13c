/**
 * Work that falls due: rows are claimed by lease, tried, and rescheduled or parked. It runs on one thread of the server
 * and is woken by commits and by a timer. Expired rows are purged here too.
 *
 * <p>Uses {@code database}, {@code shared}. Knows nothing about events or topics.
 */
package org.pizzaorders.work;
