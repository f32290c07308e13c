/**
 * What operators see and do of a service: its outbox, its dead letters, its circuit breakers, and what was done about
 * them by whom.
 */
package org.pizzaorders.operations.api;
