/**
 * What {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /health/started} tell, on the
 * application's own port and the same on every server.
 */
package org.pizzaorders.web.health;
