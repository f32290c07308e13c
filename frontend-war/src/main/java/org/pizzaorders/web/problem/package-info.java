/**
 * Answers to failed calls: the problem document, its content for each cause, and the call context.
 *
 * <p>Uses {@code web.json}, {@code web.http}.
 */
package org.pizzaorders.web.problem;
