/** What happens when, which follows from a seed ({@link org.pizzaorders.local.faults.plan.Plan}), and how far it is. */
package org.pizzaorders.local.faults.plan;
