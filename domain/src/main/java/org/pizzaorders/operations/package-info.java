/**
 * What operators did, kept for the audit.
 *
 * <p>Comes in: {@code operations.api}, {@code database}, {@code shared}.
 */
package org.pizzaorders.operations;
