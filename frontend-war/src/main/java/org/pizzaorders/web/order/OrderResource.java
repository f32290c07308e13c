package org.pizzaorders.web.order;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.order.api.OrderQuery;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.Orders;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Caller;
import org.pizzaorders.web.http.Languages;
import org.pizzaorders.web.http.Made;
import org.pizzaorders.web.http.Requests;
import org.pizzaorders.web.idempotency.Idempotent;
import org.pizzaorders.web.idempotency.Once;

/** Orders over HTTP. One thread-safe instance for all requests. */
@Path("orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {

    @EJB
    Orders orders;

    @EJB(beanName = "OrderCalls")
    IdempotentCalls keyed;

    @Inject
    Once once;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    public Response place(NewOrder wish, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        var command = Requests.needed(wish).toCommand(caller.customerId().orElse(null), Languages.spoken(headers));
        return once.answer(request, keyed, () -> place(command));
    }

    private Response place(PlaceOrder command) {
        var order = orders.place(command);
        return Made.created("orders", order.id(), OrderAnswer.of(order));
    }

    @GET
    @Path("{id}")
    public OrderAnswer order(@PathParam("id") String id) {
        return OrderAnswer.of(orders.order(Ids.parse("id", id)));
    }

    @GET
    public Page<OrderAnswer> list(
            @QueryParam("status") String status,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var wanted = Requests.oneOf(OrderStatus.class, "status", status);
        var part = Requests.page(OrderQuery.CURSOR, limit, cursor);
        var found = orders.list(new OrderQuery(wanted, caller.seesOrdersOf(), part));
        return new Page<>(found.items().stream().map(OrderAnswer::of).toList(), found.nextCursor());
    }

    /** The body may be left out. */
    @POST
    @Path("{id}/cancellation")
    public Response cancel(@PathParam("id") String id, Cancellation cancellation) {
        var reason = cancellation == null ? null : cancellation.reason();
        var order = orders.cancel(Ids.parse("id", id), caller.cancelling(), reason);
        return Response.accepted(OrderAnswer.of(order)).build();
    }

    @POST
    @Path("{id}/status")
    public OrderAnswer move(@PathParam("id") String id, NextStatus next) {
        var to = Requests.needed(next).status();
        return OrderAnswer.of(move(id, to));
    }

    private OrderView move(String id, OrderStatus to) {
        var order = Ids.parse("id", id);
        return to == OrderStatus.CANCELLED
                ? orders.cancel(order, caller.moving(to), null)
                : orders.advance(order, to, caller.moving(to));
    }
}
