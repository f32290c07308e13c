/** Writes, stores and settles notifications. Always within the transaction of the boundary. */
package org.pizzaorders.notification.control;
