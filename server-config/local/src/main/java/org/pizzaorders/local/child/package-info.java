/** What every process of the local run does in its {@code main}. */
package org.pizzaorders.local.child;
