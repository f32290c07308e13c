package org.pizzaorders.planted.boundary;

import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** A consumer into which something is injected. */
@MessageDriven
public class InjectedConsumer {

    @Inject
    Desk desk;
}
