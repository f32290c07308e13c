/**
 * What became of a call that fails: the problem document, what it says to whom, and the context that it names.
 *
 * <p>Comes in: {@code web.json}, {@code web.http}.
 */
package org.pizzaorders.web.problem;
