/** What work costs: commits and statements as the database counts them, CPU and memory as the system counts them. */
package org.pizzaorders.local.bench.cost;
