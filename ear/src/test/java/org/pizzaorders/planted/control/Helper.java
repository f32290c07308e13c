package org.pizzaorders.planted.control;

import org.pizzaorders.planted.boundary.Desk;

/** Control that knows its boundary, and so a cycle of packages. */
public class Helper {
    Desk desk;
}
