/** The header {@code Idempotency-Key}: a request that creates something may be repeated, and creates it once. */
package org.pizzaorders.web.idempotency;
