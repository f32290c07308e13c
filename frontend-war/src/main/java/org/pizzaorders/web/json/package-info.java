/**
 * Strict JSON: what clients send is read as it stands or refused, in words that they understand.
 *
 * <p>Comes in: {@code shared}.
 */
package org.pizzaorders.web.json;
