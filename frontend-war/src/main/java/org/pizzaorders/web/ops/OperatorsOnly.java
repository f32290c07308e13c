package org.pizzaorders.web.ops;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Without access control nobody can be told to be an operator, so the way in is shut unless {@code pizza.ops.open} says
 * that whoever reaches the server is one.
 */
@Provider
@Operators
public class OperatorsOnly implements ContainerRequestFilter {

    private final boolean open = ConfigProvider.getConfig()
            .getOptionalValue("pizza.ops.open", Boolean.class)
            .orElse(false);

    @Override
    public void filter(ContainerRequestContext request) {
        if (!open) {
            throw new ForbiddenException();
        }
    }
}
