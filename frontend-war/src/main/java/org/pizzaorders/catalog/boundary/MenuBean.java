package org.pizzaorders.catalog.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pizzaorders.catalog.api.Menu;
import org.pizzaorders.catalog.api.MenuEvent;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaNotFound;
import org.pizzaorders.catalog.control.CatalogMessaging;
import org.pizzaorders.catalog.control.MenuShelf;
import org.pizzaorders.catalog.control.PizzaRules;
import org.pizzaorders.catalog.entity.MenuPizza;
import org.pizzaorders.messaging.outbox.Outbox;

/** The menu. A method is a transaction: the pizza and its event, or neither. */
@Stateless
@Local(Menu.class)
public class MenuBean implements Menu {

    @Inject
    MenuShelf shelf;

    @Inject
    Clock clock;

    Outbox outbox;

    @Inject
    void publishThrough(CatalogMessaging messaging) {
        outbox = messaging.outbox();
    }

    @Override
    public List<Pizza> pizzas() {
        return shelf.onMenu().stream().map(MenuPizza::pizza).toList();
    }

    @Override
    public Pizza pizza(String id) {
        return shelf.find(id)
                .filter(MenuPizza::isOnMenu)
                .map(MenuPizza::pizza)
                .orElseThrow(() -> new PizzaNotFound(id));
    }

    @Override
    public Pizza add(Pizza pizza) {
        PizzaRules.check(pizza);
        var added = shelf.find(pizza.id()).orElseGet(() -> new MenuPizza(pizza.id()));
        keep(added, added.add(pizza));
        return added.pizza();
    }

    @Override
    public Pizza change(String id, UnaryOperator<Pizza> change) {
        var menuPizza = shelf.find(id).filter(MenuPizza::isOnMenu).orElseThrow(() -> new PizzaNotFound(id));
        var wanted = change.apply(menuPizza.pizza());
        if (!menuPizza.is(wanted)) {
            PizzaRules.check(wanted);
            keep(menuPizza, menuPizza.change(wanted));
        }
        return menuPizza.pizza();
    }

    @Override
    public void withdraw(String id, Consumer<Pizza> check) {
        var withdrawn = known(id);
        if (withdrawn.isOnMenu()) {
            check.accept(withdrawn.pizza());
        }
        withdrawn.withdraw(clock.instant()).ifPresent(event -> keep(withdrawn, event));
    }

    private MenuPizza known(String id) {
        return shelf.find(id).orElseThrow(() -> new PizzaNotFound(id));
    }

    private void keep(MenuPizza pizza, MenuEvent event) {
        shelf.save(pizza);
        outbox.append(event, pizza.eventVersion());
    }
}
