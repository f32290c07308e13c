package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.pizzaorders.operations.api.BreakerNotFound;
import org.pizzaorders.operations.api.BreakerView;
import org.pizzaorders.operations.api.Breakers;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Caller;
import org.pizzaorders.web.http.Requests;

/** Circuit breakers of all services, as seen by this server instance. Overrides hold on every instance. */
@Path("ops/breakers")
@Operators
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BreakerResource {

    @Inject
    Services services;

    @Inject
    Caller caller;

    @GET
    public Page<BreakerView> list() {
        return new Page<>(
                services.breakers()
                        .map(Breakers::breakers)
                        .flatMap(Collection::stream)
                        .toList(),
                null);
    }

    /** Forces a breaker, or removes the override with {@code NONE}. */
    @PUT
    @Path("{name}")
    public BreakerView force(@PathParam("name") String name, Force force) {
        var wanted = Requests.needed(force);
        return having(name).force(name, wanted.override(), wanted.reason(), caller.operator());
    }

    private Breakers having(String name) {
        return services.breakers()
                .filter(service -> service.breakers().stream()
                        .anyMatch(breaker -> breaker.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> new BreakerNotFound(name));
    }
}
