/** The measurements. Each is one class, bounded in time, and reports its figures to the lab. */
package org.pizzaorders.local.bench.phase;
