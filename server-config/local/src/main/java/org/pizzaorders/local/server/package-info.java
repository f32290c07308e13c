/**
 * What all application servers have in common: their settings, the application's environment, when it is up and why it
 * was refused. This package is for all of them; each server has its own package below, which this one does not use.
 */
package org.pizzaorders.local.server;
