package org.pizzaorders.web.notification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pizzaorders.notification.api.Policies;
import org.pizzaorders.notification.api.PolicyView;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Caller;
import org.pizzaorders.web.http.Requests;
import org.pizzaorders.web.ops.Operators;

/** The notification policies over HTTP; for administrators. One thread-safe instance for all requests. */
@Path("notification-policies")
@Operators
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PolicyResource {

    @EJB
    Policies policies;

    @Inject
    Caller caller;

    /** One policy for each event, so a single page. */
    @GET
    public Page<PolicyView> list() {
        return new Page<>(policies.policies(), null);
    }

    @GET
    @Path("{event}")
    public PolicyView policy(@PathParam("event") String event) {
        return policies.policy(event);
    }

    @PUT
    @Path("{event}")
    public PolicyView change(@PathParam("event") String event, NewPolicy policy) {
        var wanted = Requests.needed(policy);
        return policies.change(event, wanted.channelsOf(event), wanted.reason(), caller.operator());
    }
}
