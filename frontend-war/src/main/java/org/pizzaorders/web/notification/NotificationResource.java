package org.pizzaorders.web.notification;

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
import java.util.Optional;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.notification.api.NotificationQuery;
import org.pizzaorders.notification.api.NotificationView;
import org.pizzaorders.notification.api.Notifications;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Languages;
import org.pizzaorders.web.http.Made;
import org.pizzaorders.web.http.Requests;
import org.pizzaorders.web.idempotency.Idempotent;
import org.pizzaorders.web.idempotency.Once;

/** Notifications over HTTP. One thread-safe instance for all requests. */
@Path("notifications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotificationResource {

    @EJB
    Notifications notifications;

    @EJB(beanName = "NotificationCalls")
    IdempotentCalls keyed;

    @Inject
    Once once;

    @POST
    @Idempotent
    public Response send(NewNotification wish, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        var command = Requests.needed(wish).toCommand(Languages.spoken(headers));
        return once.answer(request, keyed, () -> send(command));
    }

    private Response send(SendNotification command) {
        var notification = notifications.send(command);
        return Made.accepted("notifications", notification.id(), notification);
    }

    @GET
    @Path("{id}")
    public NotificationView notification(@PathParam("id") String id) {
        return notifications.notification(Ids.parse("id", id));
    }

    @GET
    public Page<NotificationView> list(
            @QueryParam("orderId") String orderId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var order = Optional.ofNullable(orderId).map(id -> Ids.parse("orderId", id));
        return notifications.list(new NotificationQuery(order, Requests.page(NotificationQuery.CURSOR, limit, cursor)));
    }
}
