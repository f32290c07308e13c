/**
 * The outside world in one process: a payment provider that speaks the subset of Stripe's API which its Java client
 * calls, a gateway for SMS, push and webhooks, and a mail sink. In here comes the process and its HTTP; what it does has
 * rooms below.
 */
package org.pizzaorders.local.simulator;
