/** What the use cases of orders are made of: storage, checks, prices, events. Always within a caller's transaction. */
package org.pizzaorders.order.control;
