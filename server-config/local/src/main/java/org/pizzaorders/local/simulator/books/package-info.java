/**
 * What the simulator knows: charges, refunds, messages and the answers it gave. A journal keeps it over a crash of the
 * simulator. This package stores data and has no rules.
 */
package org.pizzaorders.local.simulator.books;
