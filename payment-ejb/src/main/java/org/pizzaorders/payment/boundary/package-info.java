/** Entry points of payments: calls, events and due work. Each method is one transaction. */
package org.pizzaorders.payment.boundary;
