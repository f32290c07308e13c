/** The use cases of orders and the consumers of others' events; each call and each delivery is one transaction. */
package org.pizzaorders.order.boundary;
