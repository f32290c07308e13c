package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pizzaorders.operations.api.AuditEntry;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Requests;

/** What operators did, and why. */
@Path("ops/audit")
@Operators
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    Services services;

    @GET
    public Page<AuditEntry> list(
            @QueryParam("service") String service,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var part = Requests.page(AuditEntry.CURSOR, limit, cursor);
        var pages = services.named(service).stream()
                .map(operations -> operations.audit(part))
                .toList();
        return Merged.page(pages, part.limit(), AuditEntry::id, AuditEntry.CURSOR);
    }
}
