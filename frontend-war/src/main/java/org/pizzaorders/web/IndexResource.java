package org.pizzaorders.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where to go from here, for people who try the root of the api. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

    @GET
    public Index index() {
        return new Index(
                "/api/v1/menu",
                "/api/v1/orders",
                "/api/v1/payments",
                "/api/v1/notifications",
                "/api/v1/notification-templates",
                "/openapi");
    }

    /** Links, one for each resource. */
    record Index(
            String menu,
            String orders,
            String payments,
            String notifications,
            String notificationTemplates,
            String documentation) {}
}
