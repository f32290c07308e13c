/**
 * What {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /health/started} answer, on the
 * application's own port and the same on every server.
 */
package org.pizzaorders.web.health;
