/**
 * The bench: {@code mvn -Pbench} measures the application against the limits of its database and its broker, in one run.
 * Nothing uses it.
 */
package org.pizzaorders.local.bench;
