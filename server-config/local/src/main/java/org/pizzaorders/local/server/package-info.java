/**
 * What all application servers have in common: their settings, what the application finds in its environment, when it is
 * up and why it was refused. In here comes what is true of each of them; what is of one server has a room below this name,
 * and this one knows none of these.
 */
package org.pizzaorders.local.server;
