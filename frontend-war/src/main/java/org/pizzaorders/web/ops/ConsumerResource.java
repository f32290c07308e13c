package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Caller;
import org.pizzaorders.web.http.Requests;

/** The consumers of this server instance. Each instance answers for its own. */
@Path("ops/consumers")
@Operators
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsumerResource {

    @Inject
    Consumers consumers;

    @Inject
    Services services;

    @Inject
    Caller caller;

    @GET
    public Page<ConsumerAnswer> list() {
        return new Page<>(
                consumers.here().list().stream().map(ConsumerAnswer::of).toList(), null);
    }

    /** Takes nothing more from the topics until it is resumed. Without effect on one that is paused. */
    @POST
    @Path("{id}/pause")
    public ConsumerAnswer pause(@PathParam("id") String id, Reason reason) {
        return act(id, "consumer.pause", Requests.needed(reason), consumers.here()::pause);
    }

    /** Goes on where it was paused. Without effect on one that is not. */
    @POST
    @Path("{id}/resume")
    public ConsumerAnswer resume(@PathParam("id") String id, Reason reason) {
        return act(id, "consumer.resume", Requests.needed(reason), consumers.here()::resume);
    }

    /** In the audit first: what cannot be told of is not done. */
    private ConsumerAnswer act(String id, String action, Reason reason, Function<String, ConsumerView> act) {
        var consumer = consumers.named(id);
        services.consuming(consumer.groupId())
                .record(new OperatorAction(action, id, Reasons.told(reason.reason()), caller.operator(), 1));
        return ConsumerAnswer.of(act.apply(id));
    }
}
