/** What {@code /health/live}, {@code /health/ready} and {@code /health/started} tell. */
package org.pizzaorders.web.health;
