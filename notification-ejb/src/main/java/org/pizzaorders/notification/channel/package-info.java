/**
 * Sends messages: e-mail by SMTP; short messages, pushes and webhooks by an HTTP gateway. Does not use the database.
 */
package org.pizzaorders.notification.channel;
