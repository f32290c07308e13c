/**
 * The fault runner: takes orders while it kills, freezes and restarts everything, heals it, and then looks whether
 * anything was lost, happened twice or got stuck. In here comes what leads a run and tells of it; what it does in turn has
 * rooms below: plan, customer, evidence, check.
 */
package org.pizzaorders.local.faults;
