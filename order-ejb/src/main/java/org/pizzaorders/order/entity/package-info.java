/** The order with its life cycle, and the service's own price list. Uses neither transactions nor messaging. */
package org.pizzaorders.order.entity;
