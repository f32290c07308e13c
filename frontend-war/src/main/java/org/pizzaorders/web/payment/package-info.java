/** {@code /api/v1/payments}. */
package org.pizzaorders.web.payment;
