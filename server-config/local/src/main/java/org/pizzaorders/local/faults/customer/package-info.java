/** Customers who order, retry, and remember the answers. */
package org.pizzaorders.local.faults.customer;
