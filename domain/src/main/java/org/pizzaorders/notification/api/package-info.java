/** The public face of notifications: commands, views, events and the interface behind {@code /api/v1/notifications}. */
package org.pizzaorders.notification.api;
