/** How the catalogue keeps its menu and tells of it. Always within the transaction of the boundary. */
package org.pizzaorders.catalog.control;
