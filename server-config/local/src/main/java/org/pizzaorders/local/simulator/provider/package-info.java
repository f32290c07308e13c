/** The payment provider's rules: intents, refunds, idempotency keys, test cards, and its dashboard. */
package org.pizzaorders.local.simulator.provider;
