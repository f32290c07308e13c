package org.pizzaorders.web.menu;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.pizzaorders.catalog.api.Menu;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Page;
import org.pizzaorders.web.http.Languages;
import org.pizzaorders.web.http.Made;
import org.pizzaorders.web.http.Requests;
import org.pizzaorders.web.idempotency.Idempotent;
import org.pizzaorders.web.idempotency.Once;

/** The menu over HTTP. One thread-safe instance for all requests. */
@Path("menu")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MenuResource {

    @EJB
    Menu menu;

    @EJB(beanName = "MenuCalls")
    IdempotentCalls keyed;

    @Inject
    Once once;

    /** A menu is read as a whole: it is one page. */
    @GET
    public Response pizzas(@Context HttpHeaders headers) {
        var wanted = Languages.wanted(headers);
        var pizzas = menu.pizzas().stream()
                .map(pizza -> Translated.of(pizza, wanted))
                .toList();
        return Cacheable.answer(
                new Page<>(pizzas.stream().map(PizzaAnswer::of).toList(), null), Translated.languages(pizzas), headers);
    }

    @GET
    @Path("{id}")
    public Response pizza(@PathParam("id") String id, @Context HttpHeaders headers) {
        var pizza = Translated.of(menu.pizza(id), Languages.wanted(headers));
        return Cacheable.answer(PizzaDetails.of(pizza), pizza.language(), headers);
    }

    @POST
    @Idempotent
    public Response add(NewPizza pizza, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        var language = BodyLanguage.of(headers);
        return once.answer(request, keyed, () -> add(pizza, language));
    }

    private Response add(NewPizza pizza, BodyLanguage language) {
        var added = inTheClientsWords(pizza, () -> menu.add(pizza.toAdd(language)));
        return Made.created("menu", added.id(), PizzaDetails.of(Translated.of(added, language.ofAnswer())));
    }

    @PUT
    @Path("{id}")
    public PizzaDetails change(@PathParam("id") String id, NewPizza pizza, @Context HttpHeaders headers) {
        var language = BodyLanguage.of(headers);
        var changed = inTheClientsWords(
                pizza,
                () -> menu.change(id, known -> {
                    Cacheable.letChange(known, headers);
                    return pizza.toChange(known, language);
                }));
        return PizzaDetails.of(Translated.of(changed, language.ofAnswer()));
    }

    /** Also answers 204 if the pizza is off the menu already. */
    @DELETE
    @Path("{id}")
    public void withdraw(@PathParam("id") String id, @Context HttpHeaders headers) {
        menu.withdraw(id, known -> Cacheable.letChange(known, headers));
    }

    private static Pizza inTheClientsWords(NewPizza pizza, Supplier<Pizza> call) {
        Requests.needed(pizza);
        try {
            return call.get();
        } catch (InvalidInput e) {
            throw new InvalidInput(e.errors().stream()
                    .map(error -> new FieldError(pizza.written(error.field()), error.message()))
                    .toList());
        }
    }
}
