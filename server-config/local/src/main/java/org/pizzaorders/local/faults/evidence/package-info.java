/**
 * What really happened, read from the databases, the topics and the outside world. The application is never asked.
 */
package org.pizzaorders.local.faults.evidence;
