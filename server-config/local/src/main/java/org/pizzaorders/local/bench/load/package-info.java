/**
 * The load: a process of its own that posts orders over a few connections and counts the answers. It costs as little as
 * it can, because it shares the machine with what it measures.
 */
package org.pizzaorders.local.bench.load;
