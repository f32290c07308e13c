package org.pizzaorders.planted.entity;

import org.pizzaorders.planted.control.Helper;

/** An entity that knows control and has a setter. */
public class Thing {
    private Helper helper;

    void setHelper(Helper helper) {
        this.helper = helper;
    }

    Helper helper() {
        return helper;
    }
}
