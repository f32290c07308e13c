/** Parts that are Java programs of ours: how their JVM is started, and what each does in its {@code main}. */
package org.pizzaorders.local.child;
