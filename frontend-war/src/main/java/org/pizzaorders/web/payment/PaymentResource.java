package org.pizzaorders.web.payment;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.payment.api.PayOrder;
import org.pizzaorders.payment.api.PaymentView;
import org.pizzaorders.payment.api.Payments;
import org.pizzaorders.payment.api.StuckPayment;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Caller;
import org.pizzaorders.web.http.Made;
import org.pizzaorders.web.http.Requests;
import org.pizzaorders.web.idempotency.Idempotent;
import org.pizzaorders.web.idempotency.Once;
import org.pizzaorders.web.ops.Operators;
import org.pizzaorders.web.ops.Reason;

/** Payments over HTTP. One thread-safe instance for all requests. */
@Path("payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentResource {

    @EJB
    Payments payments;

    @EJB(beanName = "PaymentCalls")
    IdempotentCalls keyed;

    @Inject
    Once once;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    public Response pay(NewPayment wish, @Context HttpServletRequest request) {
        var command = Requests.needed(wish).toCommand();
        return once.answer(request, keyed, () -> pay(command));
    }

    private Response pay(PayOrder command) {
        var payment = payments.pay(command);
        return Made.accepted("payments", payment.id(), payment);
    }

    /** Only for operators, because it moves money by hand. A second call does not refund twice, so it needs no key. */
    @POST
    @Path("{id}/refund")
    @Operators
    public Response refund(@PathParam("id") String id, Reason reason) {
        var payment = Ids.parse("id", id);
        var why = Requests.needed(reason).reason();
        return Response.accepted(payments.refund(payment, why, caller.operator()))
                .build();
    }

    @GET
    @Path("{id}")
    public PaymentView payment(@PathParam("id") String id) {
        return payments.payment(Ids.parse("id", id));
    }

    /** The payments that only a person can settle. */
    @GET
    @Path("stuck")
    @Operators
    public Page<StuckPayment> stuck(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return payments.stuck(Requests.page(StuckPayment.CURSOR, limit, cursor));
    }

    /** A second call is refused, because the payment is settled. So it needs no key. */
    @POST
    @Path("{id}/decision")
    @Operators
    public PaymentView decide(@PathParam("id") String id, Finding finding) {
        var found = Requests.needed(finding);
        return payments.decide(Ids.parse("id", id), found.decision(), found.reason(), caller.operator());
    }

    @GET
    public Page<PaymentView> ofOrder(
            @QueryParam("orderId") String orderId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        if (orderId == null) {
            throw Requests.invalid("orderId", "is needed: payments are listed by order");
        }
        return payments.ofOrder(Ids.parse("orderId", orderId), Requests.page(Payments.CURSOR, limit, cursor));
    }
}
