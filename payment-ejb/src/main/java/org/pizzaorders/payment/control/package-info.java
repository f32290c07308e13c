/**
 * The rules of payments, in the transaction of the boundary, and the calls to the provider, outside any transaction.
 */
package org.pizzaorders.payment.control;
