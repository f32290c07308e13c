package org.pizzaorders.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pizzaorders.web.http.JsonProvider;
import org.pizzaorders.web.http.Part;
import org.pizzaorders.web.http.PrivateByDefault;
import org.pizzaorders.web.idempotency.KeyFilter;
import org.pizzaorders.web.ops.AuditResource;
import org.pizzaorders.web.ops.BreakerResource;
import org.pizzaorders.web.ops.DeadLetterResource;
import org.pizzaorders.web.ops.OperatorsOnly;
import org.pizzaorders.web.ops.OutboxResource;
import org.pizzaorders.web.ops.consumer.ConsumerResource;
import org.pizzaorders.web.problem.ProblemMapper;
import org.pizzaorders.web.query.KnownParameters;

/**
 * The HTTP API of the services that are deployed here. Its classes are listed and not scanned, so that every server
 * serves the same.
 */
@ApplicationPath("/api/v1")
public class Api extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(Set.of(
                IndexResource.class,
                OutboxResource.class,
                DeadLetterResource.class,
                ConsumerResource.class,
                BreakerResource.class,
                AuditResource.class,
                OperatorsOnly.class,
                JsonProvider.class,
                ProblemMapper.class,
                KeyFilter.class,
                KnownParameters.class,
                PrivateByDefault.class));
        classes.addAll(Part.resources());
        return classes;
    }

    /**
     * Settings of Jersey: no WADL, because it would answer OPTIONS; no validation, because ours names fields by their
     * path in the request; no JSON provider, because we have our own.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.beanValidation.disable.server", true,
                "jersey.config.disableJsonBinding", true);
    }
}
