/** Refuses unknown, unreadable and repeated query parameters, for every operation. */
package org.pizzaorders.web.query;
