/**
 * What the simulator knows: charges, refunds, messages and the answers it gave. It survives the simulator's death, in a
 * journal. In here comes what is kept, and no rule of who may do what.
 */
package org.pizzaorders.local.simulator.books;
