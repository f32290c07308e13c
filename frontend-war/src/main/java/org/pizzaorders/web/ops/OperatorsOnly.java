package org.pizzaorders.web.ops;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * There is no access control yet, so nobody can be recognised as an operator. These resources are closed unless {@code
 * pizza.ops.open} declares everybody who reaches the server an operator.
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
