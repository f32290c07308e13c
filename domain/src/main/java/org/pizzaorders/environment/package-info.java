/**
 * What the application learns from its environment: settings, the time, whether it is being stopped, the server's names.
 *
 * <p>Uses nothing of ours.
 */
package org.pizzaorders.environment;
