package org.pizzaorders.web.front.body;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/** The body went on past the limit. Unchecked, so that parsers let it through. */
final class BodyTooLarge extends ClientErrorException {

    BodyTooLarge() {
        super(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
