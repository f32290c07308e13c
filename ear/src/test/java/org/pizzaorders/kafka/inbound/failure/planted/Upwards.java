package org.pizzaorders.kafka.inbound.failure.planted;

import org.pizzaorders.kafka.inbound.session.planted.Upstairs;

/** Breaks the rule that a room of the connector knows only those below it. */
class Upwards {

    Upstairs from;
}
