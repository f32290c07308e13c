/** Where work comes in: calls, events, and what falls due. Each method is one transaction. */
package org.pizzaorders.payment.boundary;
