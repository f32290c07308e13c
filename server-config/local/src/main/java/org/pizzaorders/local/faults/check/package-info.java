/** What must hold of the evidence, whatever died when. */
package org.pizzaorders.local.faults.check;
