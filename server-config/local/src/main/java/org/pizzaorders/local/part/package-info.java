/**
 * What a part of the run is: a process with a name and an end, its own ports, and a description for people. The lowest
 * package: it has the code that every part needs, and nothing of a single part.
 */
package org.pizzaorders.local.part;
