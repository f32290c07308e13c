/**
 * The catalogue's use cases, each in one transaction; other components call them through {@link
 * org.pizzaorders.catalog.api.Menu}.
 */
package org.pizzaorders.catalog.boundary;
