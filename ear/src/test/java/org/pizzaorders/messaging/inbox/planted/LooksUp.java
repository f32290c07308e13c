package org.pizzaorders.messaging.inbox.planted;

import org.pizzaorders.messaging.deadletter.DeadLetterOffice;

/** Knows a room above its own, and is public for nobody. */
public class LooksUp {
    DeadLetterOffice office;
}
