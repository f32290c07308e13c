/** What is to be known of databases in general: when one is away, and whether it takes writes. */
package org.pizzaorders.database;
