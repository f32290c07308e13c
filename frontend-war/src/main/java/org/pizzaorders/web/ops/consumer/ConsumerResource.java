package org.pizzaorders.web.ops.consumer;

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
import org.pizzaorders.web.ops.Operators;
import org.pizzaorders.web.ops.Reason;
import org.pizzaorders.web.ops.Services;

/** The consumers of this server instance. Each instance shows only its own. */
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

    /** Stops reading until it is resumed. Does nothing if it is paused already. */
    @POST
    @Path("{id}/pause")
    public ConsumerAnswer pause(@PathParam("id") String id, Reason reason) {
        return act(id, "consumer.pause", Requests.needed(reason), consumers.here()::pause);
    }

    /** Goes on where it was paused. Does nothing if it is not paused. */
    @POST
    @Path("{id}/resume")
    public ConsumerAnswer resume(@PathParam("id") String id, Reason reason) {
        return act(id, "consumer.resume", Requests.needed(reason), consumers.here()::resume);
    }

    /** Skips an unreadable batch. Its records are lost for this group. */
    @POST
    @Path("{id}/corrupt-batches/skip")
    public ConsumerAnswer skip(@PathParam("id") String id, CorruptBatch batch) {
        var wanted = Requests.needed(batch);
        var consumer = consumers.named(id);
        if (!wanted.holds(consumer)) {
            throw new NoCorruptBatch(wanted, id);
        }
        record("consumer.skip-corrupt-batch", consumer, wanted.target(id), wanted.reason());
        try {
            return ConsumerAnswer.of(consumers
                    .here()
                    .skipCorruptBatch(id, wanted.topic(), wanted.partition(), wanted.offset(), wanted.reason()));
        } catch (IllegalStateException e) {
            throw new NoCorruptBatch(wanted, id);
        }
    }

    /** Moves the position forward or back. Skipped records are lost for this group. */
    @POST
    @Path("{id}/seek")
    public ConsumerAnswer seek(@PathParam("id") String id, ConsumerSeek seek) {
        var wanted = Requests.needed(seek).checked();
        var consumer = consumers.named(id);
        if (!wanted.isHeldBy(consumer)) {
            throw new PartitionNotHere(wanted, id);
        }
        record("consumer.seek", consumer, wanted.target(id), wanted.reason());
        try {
            return ConsumerAnswer.of(wanted.by(consumers.here(), id));
        } catch (IllegalStateException e) {
            throw new PartitionNotHere(wanted, id);
        }
    }

    /** Writes the audit first: if that fails, the action is not done. */
    private ConsumerAnswer act(String id, String action, Reason reason, Function<String, ConsumerView> act) {
        var consumer = consumers.named(id);
        record(action, consumer, id, reason.reason());
        return ConsumerAnswer.of(act.apply(id));
    }

    private void record(String action, ConsumerView consumer, String target, String reason) {
        services.consuming(consumer.groupId())
                .record(new OperatorAction(action, target, Reasons.required(reason), caller.operator(), 1));
    }
}
