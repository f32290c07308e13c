/**
 * Circuit breakers with operator override. A service extends {@link org.pizzaorders.breaker.ServiceBreakers} once,
 * names its breakers, and makes its remote calls through them. A call that a breaker blocks does not count as an
 * attempt.
 */
package org.pizzaorders.breaker;
