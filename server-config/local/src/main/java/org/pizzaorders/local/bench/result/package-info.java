/** The figures of a run, with what they were measured on, for people and for programs. */
package org.pizzaorders.local.bench.result;
