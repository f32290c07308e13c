/** What payments do with it, within the transaction of the boundary; and the way to the provider, outside any. */
package org.pizzaorders.payment.control;
