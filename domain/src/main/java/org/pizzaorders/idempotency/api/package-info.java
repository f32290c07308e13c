/** How the HTTP layer executes a call only once, however often a client repeats it with the same key. */
package org.pizzaorders.idempotency.api;
