/**
 * The local run: the real parts that Pizza Orders needs, as processes below one folder.
 *
 * <p>{@link org.pizzaorders.local.Run} serves people, {@link org.pizzaorders.local.TestServices} and
 * {@link org.pizzaorders.local.Stack} serve tests; all three start the same parts. Nothing here is deployed.
 */
package org.pizzaorders.local;
