/**
 * Checks and normal forms of what people type: names, telephone numbers, e-mail addresses.
 *
 * <p>The lowest package: it uses no other package of ours.
 */
package org.pizzaorders.shared.text;
