package org.pizzaorders.order.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.catalog.api.MenuEvent;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaChanged;
import org.pizzaorders.catalog.api.PizzaWithdrawn;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.order.control.PriceList;

/** Applies menu events to the price list, both new ones from the topic and redriven ones. */
@ApplicationScoped
public class MenuNews implements EventReader {

    static final String CONSUMER = "orders-menu";

    @Inject
    OrderMessaging messaging;

    @Inject
    PriceList prices;

    @Override
    public ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    public String consumer() {
        return CONSUMER;
    }

    @Override
    public void receive(List<IncomingEvent> events) {
        messaging.inbox().receive(CONSUMER, MenuEvent.class, events, this::apply);
    }

    private void apply(EventEnvelope<MenuEvent> envelope) {
        var version = envelope.aggregateVersion();
        if (envelope.event() instanceof PizzaAdded added) {
            prices.put(added.pizza(), version);
        } else if (envelope.event() instanceof PizzaChanged changed) {
            prices.put(changed.pizza(), version);
        } else if (envelope.event() instanceof PizzaWithdrawn withdrawn) {
            prices.withdraw(withdrawn.pizzaId(), version);
        }
    }
}
