/** {@code /api/v1/orders}. */
package org.pizzaorders.web.order;
