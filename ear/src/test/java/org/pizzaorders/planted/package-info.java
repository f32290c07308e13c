/** Breaks each architecture rule on purpose; never part of the application. */
package org.pizzaorders.planted;
