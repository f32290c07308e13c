/**
 * What people write, and what is made of it: names, telephone numbers, mail addresses.
 *
 * <p>The lowest room: nothing of ours comes in.
 */
package org.pizzaorders.shared.text;
