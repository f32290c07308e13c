/** What happens and when, drawn from a seed ({@link org.pizzaorders.local.faults.plan.Plan}), and the phase of a run. */
package org.pizzaorders.local.faults.plan;
