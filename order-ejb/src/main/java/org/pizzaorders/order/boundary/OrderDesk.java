package org.pizzaorders.order.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderQuery;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.Orders;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.control.OrderCheck;
import org.pizzaorders.order.control.OrderEvents;
import org.pizzaorders.order.control.OrderSettings;
import org.pizzaorders.order.control.OrderStore;
import org.pizzaorders.order.control.PriceList;
import org.pizzaorders.order.entity.Order;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.Service;

/**
 * The use cases of orders: placing, reading, moving on, cancelling. Each call is one transaction. A changed order is
 * flushed before the call ends, so the commit can fail only if the database is lost. Steps of one order wait for each
 * other, and the later one is refused if the earlier one makes it illegal.
 */
@Stateless
@Local(Orders.class)
public class OrderDesk implements Orders {

    @Inject
    PriceList prices;

    @Inject
    OrderStore orders;

    @Inject
    OrderEvents events;

    @Inject
    OrderSettings settings;

    @Inject
    @TimeOf(Service.ORDERS)
    Clock clock;

    @Override
    public OrderView place(PlaceOrder wish) {
        var checked = OrderCheck.check(wish, prices.entries(OrderCheck.pizzaIds(wish)), settings.region());
        var now = clock.instant();
        var order = new Order(Ids.next(), checked, CallContext.current().correlationId(), now);
        order.expectPaymentBy(now.plus(settings.paymentTimeLimit()));
        orders.add(order);
        events.publish(order, order.created(checked.payment().token()));
        orders.write();
        return order.view();
    }

    @Override
    public OrderView order(UUID id) {
        return orders.order(id).view();
    }

    @Override
    public Page<OrderView> list(OrderQuery query) {
        return Page.of(
                orders.list(query),
                query.page().limit(),
                Order::view,
                order -> new Cursor(OrderQuery.CURSOR, order.id()));
    }

    @Override
    public OrderView cancel(UUID id, Actor by, String reason) {
        var checked = OrderCheck.reason(reason);
        return step(id, order -> order.cancel(by, checked, clock.instant()));
    }

    @Override
    public OrderView advance(UUID id, OrderStatus to, Actor by) {
        return step(id, order -> order.advance(to, by, clock.instant()));
    }

    @Override
    public boolean takesOrders() {
        return prices.isFilled();
    }

    private OrderView step(UUID id, Function<Order, OrderEvent> step) {
        var order = orders.locked(id);
        events.publish(order, step.apply(order));
        orders.write();
        return order.view();
    }
}
