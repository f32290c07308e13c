package org.pizzaorders.catalog.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pizzaorders.catalog.api.Menu;
import org.pizzaorders.catalog.control.CatalogMessaging;
import org.pizzaorders.messaging.OperationsDesk;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.shared.Service;

/** The catalog service, as its operators see it. */
@Stateless
@Local(ServiceOperations.class)
public class CatalogOperations extends OperationsDesk {

    @Inject
    CatalogMessaging messaging;

    @EJB
    Menu menu;

    public CatalogOperations() {
        super(Service.CATALOG);
    }

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected void wakeAfterCommit() {
        // consumes nothing: its dead letters go back to the outbox by themselves
    }

    /** The menu can be read, also one with nothing on it. */
    @Override
    protected boolean serves() {
        return menu.pizzas() != null;
    }
}
