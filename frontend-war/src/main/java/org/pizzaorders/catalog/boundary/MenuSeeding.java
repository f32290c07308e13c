package org.pizzaorders.catalog.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.pizzaorders.catalog.api.Menu;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.control.InitialMenu;
import org.pizzaorders.catalog.control.MenuShelf;

/**
 * Writes the initial menu, once in the life of a database: all pizzas, their events and the mark that it was done are
 * one transaction. If several instances start at once, one does it and the others wait. A pizza that an administrator
 * withdraws later does not come back.
 */
@Stateless
public class MenuSeeding {

    private static final Logger LOG = System.getLogger(MenuSeeding.class.getName());

    @Inject
    MenuShelf shelf;

    @Inject
    Menu menu;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void seed() {
        if (shelf.seedOnce(InitialMenu.NAME)) {
            List<Pizza> pizzas = InitialMenu.pizzas();
            pizzas.forEach(menu::add);
            LOG.log(Level.INFO, "The initial menu is on the table: {0} pizzas", pizzas.size());
        }
    }
}
