/**
 * Idempotent calls: a call with one key has its effect once, and each repetition gets the first answer. The answer is a
 * row in the service's own schema, written in the transaction of the effect.
 */
package org.pizzaorders.idempotency;
