/** The ways out: e-mail by SMTP; short messages, pushes and webhooks by an HTTP gateway. No database in here. */
package org.pizzaorders.notification.channel;
