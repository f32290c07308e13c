/**
 * Everything about databases in general: when one is away, whether it accepts writes, what time it has, how its schema
 * is migrated, and which connection SQL beside JPA uses.
 *
 * <p>The lowest package: it uses no other package of ours.
 */
package org.pizzaorders.database;
