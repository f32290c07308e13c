/** The parts of the use cases of orders: storage, checks, prices, events. Always in the transaction of the caller. */
package org.pizzaorders.order.control;
