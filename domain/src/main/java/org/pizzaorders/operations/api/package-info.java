/**
 * What operators see and do in a service: its outbox, its dead letters, its circuit breakers, and the audit of their
 * actions.
 */
package org.pizzaorders.operations.api;
