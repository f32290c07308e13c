/** The operators' API over HTTP, for all services together. */
package org.pizzaorders.web.ops;
