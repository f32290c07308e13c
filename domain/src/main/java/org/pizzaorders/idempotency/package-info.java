/**
 * Calls that may be repeated: under one key a call has its effect once, and its first answer is given again. The answer
 * is a row of the service's own schema, written in the transaction of the effect.
 */
package org.pizzaorders.idempotency;
