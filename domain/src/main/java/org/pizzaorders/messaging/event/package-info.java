/**
 * How an event is written: its JSON, the name of its type, its CloudEvents headers.
 *
 * <p>Comes in: {@code shared}. Nothing of the database, and no way in or out.
 */
package org.pizzaorders.messaging.event;
