/** Value types that every component speaks: ids, money, pages, problems, and the context of a call. */
package org.pizzaorders.shared;
