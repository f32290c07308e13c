/**
 * The fault runner: takes orders while it kills, freezes and restarts everything, heals it, and then looks whether
 * anything was lost, happened twice or got stuck. This package runs and reports a run; the packages below it do the
 * work: plan, customer, evidence, check.
 */
package org.pizzaorders.local.faults;
