package org.pizzaorders.web.problem;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.pizzaorders.environment.Shutdown;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.web.json.Json;

/**
 * Turns every exception into a problem document, regardless of {@code Accept}. Our own errors are logged here, once;
 * the client only gets the correlation id.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    static final int RETRY_AFTER_SECONDS = 2;

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    /** Payara calls the mapper twice for one failure. */
    private static final String LOGGED = ProblemMapper.class.getName() + ".logged";

    @Context
    UriInfo uri;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException e && e.getResponse().getStatus() < 400) {
            return e.getResponse();
        }
        var cause = cause(thrown);
        var correlationId = CallContext.current().correlationId();
        if (request.getAttribute(LOGGED) == null) {
            request.setAttribute(LOGGED, true);
            log(cause, correlationId, thrown);
        }
        return answer(thrown, cause)
                .type(Json.PROBLEM)
                .entity(new Problem(cause, uri.getRequestUri().getRawPath(), correlationId))
                .build();
    }

    /**
     * While the application stops, parts of it are missing. That is not an error, and another instance can serve the
     * call.
     */
    private static Cause cause(Throwable thrown) {
        var cause = Diagnosis.of(thrown);
        return cause == Cause.INTERNAL && Shutdown.hasBegun() ? Cause.UNAVAILABLE : cause;
    }

    private static Response.ResponseBuilder answer(Throwable thrown, Cause cause) {
        var answer = Response.status(cause.status());
        if (thrown instanceof WebApplicationException e) {
            keep(HttpHeaders.ALLOW, e, answer);
            keep(HttpHeaders.WWW_AUTHENTICATE, e, answer);
            keep(HttpHeaders.RETRY_AFTER, e, answer);
        } else if (cause.passes()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return cause.status() == 415 ? answer.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON) : answer;
    }

    private static void keep(String header, WebApplicationException from, Response.ResponseBuilder to) {
        var value = from.getResponse().getHeaderString(header);
        if (value != null) {
            to.header(header, value);
        }
    }

    private static void log(Cause cause, String correlationId, Throwable thrown) {
        if (cause.status() == 503) {
            LOG.log(WARNING, "Call {0} could not be served: {1}", correlationId, Diagnosis.names(thrown));
        } else if (cause.status() >= 500) {
            LOG.log(ERROR, "Call " + correlationId + " failed", thrown);
        }
    }
}
