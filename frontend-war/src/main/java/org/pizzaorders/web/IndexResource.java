package org.pizzaorders.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pizzaorders.web.http.Part;

/** The root of the API, with links to its resources. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

    @GET
    public Index index() {
        return new Index(
                link(Part.MENU, "menu"),
                link(Part.ORDERS, "orders"),
                link(Part.PAYMENTS, "payments"),
                link(Part.NOTIFICATIONS, "notifications"),
                link(Part.NOTIFICATIONS, "notification-templates"),
                link(Part.NOTIFICATIONS, "notification-policies"),
                "/openapi");
    }

    private static String link(Part part, String name) {
        return part.isHere() ? "/api/v1/" + name : null;
    }

    /** One link for each deployed resource. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Index(
            String menu,
            String orders,
            String payments,
            String notifications,
            String notificationTemplates,
            String notificationPolicies,
            String documentation) {}
}
