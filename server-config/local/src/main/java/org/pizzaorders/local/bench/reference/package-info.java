/** What the database, the broker and others achieve with the same rows and events, on the same machine in the same run. */
package org.pizzaorders.local.bench.reference;
