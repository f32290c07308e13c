/**
 * The fault runner: takes orders while it kills, freezes and restarts everything, heals it, and then looks whether
 * anything was lost, happened twice or got stuck. What happens when follows from a seed ({@link
 * org.pizzaorders.local.faults.Plan}); what must hold is checked from the databases, the topics and the outside world
 * ({@link org.pizzaorders.local.faults.Evidence}), never by asking the application.
 */
package org.pizzaorders.local.faults;
