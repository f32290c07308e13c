package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pizzaorders.operations.api.OutboxBacklog;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.shared.Page;

/** The outbox backlogs of the services. */
@Path("ops/outbox")
@Operators
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OutboxResource {

    @Inject
    Services services;

    /** One entry for each service. */
    @GET
    public Page<OutboxBacklog> backlogs() {
        return new Page<>(services.all().map(ServiceOperations::backlog).toList(), null);
    }
}
