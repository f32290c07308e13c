/** The public face of payments: commands, views, events and the interface behind {@code /api/v1/payments}. */
package org.pizzaorders.payment.api;
