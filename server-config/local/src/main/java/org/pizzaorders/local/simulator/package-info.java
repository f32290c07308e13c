/**
 * The outside world in one process: a payment provider that speaks the subset of Stripe's API which its Java client
 * calls, a gateway for SMS, push and webhooks, and a mail sink. This package has the process and its HTTP server; the
 * packages below do the work.
 */
package org.pizzaorders.local.simulator;
