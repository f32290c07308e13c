/** {@code /api/v1/notifications} and {@code /api/v1/notification-templates}. */
package org.pizzaorders.web.notification;
