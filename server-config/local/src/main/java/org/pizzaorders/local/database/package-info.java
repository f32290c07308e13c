/** PostgreSQL, unpacked and run as whoever may run it, and the application's database in it. Knows no other part. */
package org.pizzaorders.local.database;
