package org.pizzaorders.web.ops;

import static java.util.Comparator.comparingLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Optional;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.web.http.Requests;

/** Dead letters of all services, without their payloads. */
@Path("ops/dead-letters")
@Operators
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

    @Inject
    Services services;

    @Inject
    DeadLetterDesk desk;

    @GET
    public Page<DeadLetterView> list(
            @BeanParam DeadLetterFilter filter,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var part = Requests.page(DeadLetterQuery.CURSOR, limit, cursor);
        var query = filter.query(part);
        var pages = services.named(filter.service).stream()
                .map(service -> service.deadLetters(query))
                .toList();
        return Merged.page(pages, part.limit(), DeadLetterView::id, DeadLetterQuery.CURSOR);
    }

    /** Dead letters grouped by probable cause, the most frequent first, on one page. */
    @GET
    @Path("groups")
    public Page<DeadLetterGroup> groups(@BeanParam DeadLetterFilter filter) {
        var query = filter.query(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()));
        return new Page<>(
                services.named(filter.service).stream()
                        .map(service -> service.deadLetterGroups(query))
                        .flatMap(Collection::stream)
                        .sorted(comparingLong(DeadLetterGroup::count).reversed())
                        .limit(PageRequest.MAX_LIMIT)
                        .toList(),
                null);
    }

    @GET
    @Path("{id}")
    public DeadLetterView deadLetter(@PathParam("id") String id) {
        var wanted = Ids.parse("id", id);
        return desk.holding(wanted).deadLetter(wanted);
    }

    @POST
    @Path("redrive")
    public Touched redrive(Decision decision) {
        return desk.resolve(Action.REDRIVE, Requests.needed(decision));
    }

    @POST
    @Path("discard")
    public Touched discard(Decision decision) {
        return desk.resolve(Action.DISCARD, Requests.needed(decision));
    }

    @POST
    @Path("{id}/redrive")
    public Touched redriveOne(@PathParam("id") String id, Reason reason) {
        return desk.resolve(Action.REDRIVE, Ids.parse("id", id), Requests.needed(reason));
    }

    @POST
    @Path("{id}/discard")
    public Touched discardOne(@PathParam("id") String id, Reason reason) {
        return desk.resolve(Action.DISCARD, Ids.parse("id", id), Requests.needed(reason));
    }
}
