/** What operators see and do of a service: its outbox, its dead letters, and what was done about them by whom. */
package org.pizzaorders.operations.api;
