package org.pizzaorders.web.notification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.notification.api.Templates;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Requests;

/** Texts of notifications over HTTP. One thread-safe instance for all requests. */
@Path("notification-templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TemplateResource {

    @EJB
    Templates templates;

    /** About one template for each event, so a single page. */
    @GET
    public Page<TemplateView> list() {
        return new Page<>(templates.templates(), null);
    }

    @GET
    @Path("{type}")
    public TemplateView template(@PathParam("type") String type) {
        return templates.template(type);
    }

    @PUT
    @Path("{type}")
    public TemplateView store(@PathParam("type") String type, NewTemplate template) {
        return templates.store(Requests.needed(template).toView(type));
    }
}
