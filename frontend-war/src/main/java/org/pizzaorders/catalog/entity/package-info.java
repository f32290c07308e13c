/** The aggregate of the catalogue. Knows neither boundary nor control. */
package org.pizzaorders.catalog.entity;
