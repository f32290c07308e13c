/**
 * Bodies on their way: limited, kept, inflated, made smaller.
 *
 * <p>Comes in: the Servlet API, and nothing of ours.
 */
package org.pizzaorders.web.front.body;
