/**
 * Circuit breakers with operator override. A service extends {@link org.pizzaorders.breaker.ServiceBreakers} once, names
 * its breakers, and makes its remote calls through them. A call that a breaker does not let out is no attempt.
 */
package org.pizzaorders.breaker;
