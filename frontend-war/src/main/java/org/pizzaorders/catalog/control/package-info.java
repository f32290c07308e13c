/** Stores the menu and publishes its changes. Always in the transaction of the boundary. */
package org.pizzaorders.catalog.control;
