/**
 * Work that falls due: claimed by lease, tried, put back with a later time or parked; on one thread of the server, woken
 * by commits and by a timer. What expires is purged here too.
 *
 * <p>Comes in: {@code database}, {@code shared}. Nothing of events or topics.
 */
package org.pizzaorders.work;
