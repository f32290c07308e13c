/** The public face of the catalogue: the menu, its changes as events, and the interface behind {@code /api/v1/menu}. */
package org.pizzaorders.catalog.api;
