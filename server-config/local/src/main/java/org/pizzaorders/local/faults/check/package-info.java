/** The rules that must always hold, checked against the evidence of a run. */
package org.pizzaorders.local.faults.check;
