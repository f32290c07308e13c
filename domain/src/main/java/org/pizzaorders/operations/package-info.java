/**
 * The audit of what operators did.
 *
 * <p>Uses {@code operations.api}, {@code database}, {@code shared}.
 */
package org.pizzaorders.operations;
