/**
 * The consumers of this server instance, for operators.
 *
 * <p>Uses {@code web.ops}, {@code web.http}.
 */
package org.pizzaorders.web.ops.consumer;
