/**
 * The local run: the real parts that Pizza Orders needs, as processes below one folder. Nothing here is deployed.
 *
 * <p>{@link org.pizzaorders.local.Run} serves people, {@link org.pizzaorders.local.TestServices} and {@link
 * org.pizzaorders.local.Stack} serve tests; all three start the same parts. This package combines the parts and reports
 * about them. Each part has a package below, which does not use this one.
 */
package org.pizzaorders.local;
