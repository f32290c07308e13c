/** Payments, their refunds, and the orders that they are for. */
package org.pizzaorders.payment.entity;
