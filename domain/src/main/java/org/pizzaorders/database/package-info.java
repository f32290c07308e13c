/**
 * What is to be known of databases in general: when one is away, whether it takes writes, what time it is there, how its
 * schema comes up to date, and whose connection SQL beside JPA uses.
 *
 * <p>The lowest room: nothing of ours comes in.
 */
package org.pizzaorders.database;
