package org.pizzaorders.web.query;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pizzaorders.shared.InvalidInput;

/**
 * Refuses unknown and repeated query parameters. The annotations of the method define the known ones. Runs after the
 * filters that decide who may call.
 */
@Provider
@Priority(Priorities.USER + 1)
public class KnownParameters implements ContainerRequestFilter {

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        if (method == null || query == null) {
            return;
        }
        var faults = QueryParameters.faults(query, KNOWN.computeIfAbsent(method, KnownParameters::of));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Names of the parameters that the method takes, in its order. */
    public static Set<String> of(Method method) {
        var names = new LinkedHashSet<String>();
        Arrays.stream(method.getParameters()).flatMap(KnownParameters::names).forEach(names::add);
        return names;
    }

    private static Stream<String> names(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .flatMap(field -> Stream.ofNullable(field.getAnnotation(QueryParam.class)))
                        .map(QueryParam::value)
                : Stream.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
