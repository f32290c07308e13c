/**
 * What really happened: read from the databases, the topics and the outside world, never by asking the application.
 */
package org.pizzaorders.local.faults.evidence;
