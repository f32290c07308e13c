/** {@code /api/v1/notifications}, {@code /api/v1/notification-templates} and {@code /api/v1/notification-policies}. */
package org.pizzaorders.web.notification;
