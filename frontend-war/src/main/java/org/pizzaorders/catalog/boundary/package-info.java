/** The catalogue's use cases, a transaction each; others know them as {@link org.pizzaorders.catalog.api.Menu}. */
package org.pizzaorders.catalog.boundary;
