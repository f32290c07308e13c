/** How notifications are written, kept and settled. Always within the transaction of the boundary. */
package org.pizzaorders.notification.control;
