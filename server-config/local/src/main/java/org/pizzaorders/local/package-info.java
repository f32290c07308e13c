/**
 * The local run: the real parts that Pizza Orders needs, as processes below one folder. Nothing here is deployed.
 *
 * <p>{@link org.pizzaorders.local.Run} serves people, {@link org.pizzaorders.local.TestServices} and
 * {@link org.pizzaorders.local.Stack} serve tests; all three start the same parts. In here comes what puts parts together,
 * or tells people of them; each part has a room below, and none of these knows this one.
 */
package org.pizzaorders.local;
