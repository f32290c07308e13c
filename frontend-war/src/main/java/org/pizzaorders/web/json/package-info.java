/**
 * Strict JSON: requests are read exactly as written or refused, with clear messages.
 *
 * <p>Uses {@code shared}.
 */
package org.pizzaorders.web.json;
