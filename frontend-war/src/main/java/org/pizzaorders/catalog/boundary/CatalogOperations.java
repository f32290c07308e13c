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

/** The operators' view of the catalogue service. */
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
        // consumes nothing, and outgoing dead letters go back to the outbox without a worker
    }

    /** Whether the menu can be read, even if it is empty. */
    @Override
    protected boolean serves() {
        return menu.pizzas() != null;
    }
}
