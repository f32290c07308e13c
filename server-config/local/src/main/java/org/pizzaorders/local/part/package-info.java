/**
 * What a part of the run is: a process with a name and an end, on ports of its own, and how people hear of it. The lowest
 * room: in here comes what every part needs, and nothing of any of them.
 */
package org.pizzaorders.local.part;
