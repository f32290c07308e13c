/** {@code /api/v1/menu}. */
package org.pizzaorders.web.menu;
