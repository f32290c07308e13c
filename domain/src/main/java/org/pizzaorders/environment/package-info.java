/**
 * What the application is told by where it runs: settings, the time, whether it is being stopped, names of the server.
 *
 * <p>Uses nothing of ours.
 */
package org.pizzaorders.environment;
