/**
 * Limits, buffers, decompresses and compresses bodies.
 *
 * <p>Uses the Servlet API and no package of ours.
 */
package org.pizzaorders.web.front.body;
