package org.pizzaorders.other.control;

import org.pizzaorders.planted.entity.Thing;

/** Reaches into another component. */
class Intruder {
    Thing thing;
}
