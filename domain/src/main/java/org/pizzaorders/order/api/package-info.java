/** The public face of orders: commands, views, events and the interface behind {@code /api/v1/orders}. */
package org.pizzaorders.order.api;
