/** Customers who order, ask again and keep what they were told. */
package org.pizzaorders.local.faults.customer;
