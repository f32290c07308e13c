/**
 * The outside world in one process: a payment provider that speaks the subset of Stripe's API which its Java client
 * calls, a gateway for SMS, push and webhooks, and a mail sink. What it was told survives its death, in a journal.
 */
package org.pizzaorders.local.simulator;
