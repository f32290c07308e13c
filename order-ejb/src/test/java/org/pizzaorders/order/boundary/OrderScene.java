package org.pizzaorders.order.boundary;

import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.control.OrderService;
import org.pizzaorders.order.control.OrderSettings;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Service;
import org.pizzaorders.shared.text.DefaultRegion;

/** The order service on a database of its own, with one pizza on its price list and its clock stopped. */
final class OrderScene implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    final ServiceFixture fixture = ServiceFixture.of(Service.ORDERS, "orders");
    final OrderSettings settings = new OrderSettings(Duration.ofMinutes(30), new DefaultRegion("RU"));
    final OrderService service = new OrderService(fixture, settings, Clock.fixed(NOON, ZoneOffset.UTC));
    final OrderDesk desk = new OrderDesk();
    final PaymentNews payments = new PaymentNews();
    final MenuNews menu = new MenuNews();

    OrderScene() {
        desk.prices = service.prices;
        desk.orders = service.orders;
        desk.events = service.events;
        desk.settings = settings;
        desk.clock = service.clock;
        payments.messaging = service.messaging;
        payments.orders = service.orders;
        payments.outcomes = service.outcomes;
        payments.deadlines = service.deadlines;
        menu.messaging = service.messaging;
        menu.prices = service.prices;
        hearOfMenu(incoming(new PizzaAdded(pizza("margherita", 59_900, true)), 1));
    }

    OrderView place(String customerId, PaymentMethod method) {
        return fixture.inTransaction(() -> desk.place(wish(customerId, method, "margherita")));
    }

    void hearOfPayments(IncomingEvent... events) {
        fixture.inTransaction(() -> payments.receiveTogether(List.of(events)));
    }

    void hearOfMenu(IncomingEvent... events) {
        fixture.inTransaction(() -> menu.receive(List.of(events)));
    }

    static IncomingEvent event(DomainEvent event) {
        return incoming(event, 1);
    }

    static PlaceOrder wish(String customerId, PaymentMethod method, String pizzaId) {
        return new PlaceOrder(
                customerId,
                new Customer("Anna", "anna@example.com", "+79161234567", "ru"),
                "Moscow, Tverskaya 1",
                List.of(new OrderLine(pizzaId, PizzaSize.LARGE, 2), new OrderLine(pizzaId, PizzaSize.SMALL, 1)),
                new PaymentChoice(method, method == PaymentMethod.CARD ? "tok_visa" : null),
                null);
    }

    static Pizza pizza(String id, long large, boolean available) {
        return new Pizza(
                id,
                Map.of(
                        "ru", new PizzaText("Маргарита", "", List.of()),
                        "en", new PizzaText("Margherita", "", List.of())),
                null,
                available,
                List.of(new PizzaPrice(PizzaSize.SMALL, 39_900), new PizzaPrice(PizzaSize.LARGE, large)),
                "RUB");
    }

    @Override
    public void close() {
        fixture.close();
    }
}
