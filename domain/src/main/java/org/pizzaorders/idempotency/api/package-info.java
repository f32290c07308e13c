/** How the HTTP layer has a call done once, however often it is repeated under a key. */
package org.pizzaorders.idempotency.api;
