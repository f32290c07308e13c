package org.pizzaorders.web.planted;

import org.pizzaorders.planted.control.Helper;

/** Goes past the api. */
class Shortcut {
    Helper helper;
}
