/**
 * The consumers of this server instance, for operators.
 *
 * <p>Comes in: {@code web.ops}, {@code web.http}.
 */
package org.pizzaorders.web.ops.consumer;
