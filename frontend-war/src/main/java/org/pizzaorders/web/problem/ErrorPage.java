package org.pizzaorders.web.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;
import org.pizzaorders.environment.Shutdown;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.web.json.Json;

/**
 * Answers requests that reached no resource or failed outside one: unknown URLs below {@code /api}, and every error of
 * the container. Programs get a problem document, people a page; neither contains a stack trace or a product name.
 */
@WebServlet(
        name = "error-page",
        urlPatterns = {"/error", "/api/*"},
        asyncSupported = true)
public class ErrorPage extends HttpServlet {

    /** The name that containers give to the servlet of an {@code Application}; absent while it is not deployed. */
    private static final String RESOURCES = "org.pizzaorders.web.Api";

    /** Also matches extra slashes and backslashes before it. */
    private static final Pattern OF_THE_API = Pattern.compile("[/\\\\]*api(?![a-z])");

    private static final int UNAVAILABLE = 503;
    private static final Logger LOG = System.getLogger(ErrorPage.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failed = request.getDispatcherType() == DispatcherType.ERROR;
        var path =
                failed ? (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
        var id = correlationId(request);
        var status = failed ? failure(request, id) : unknown(request);
        CallFilter.mark(response, id);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == UNAVAILABLE) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, ProblemMapper.RETRY_AFTER_SECONDS);
        }
        if (path != null && OF_THE_API.matcher(path).lookingAt()) {
            send(response, Json.PROBLEM, Json.bytes(new Problem(Cause.of(status), path, id)));
        } else {
            send(response, "text/html;charset=UTF-8", page(Cause.of(status), id).getBytes(UTF_8));
        }
    }

    private static int failure(HttpServletRequest request, String id) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status >= 500) {
            LOG.log(
                    Level.WARNING,
                    "Call {0} got no further than the container: {1} in {2}, by {3}",
                    id,
                    status,
                    request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME),
                    thrown == null ? "nothing thrown" : Diagnosis.names(thrown));
        }
        return isNoFaultOfTheCall(request, status, thrown) ? UNAVAILABLE : status;
    }

    /** The application is starting or stopping. */
    private static boolean isNoFaultOfTheCall(HttpServletRequest request, int status, Throwable thrown) {
        return status == 500 && Shutdown.hasBegun() || isOfTheApi(request) && lacksResources(request, status, thrown);
    }

    /** Resources answer their own failures. So an error of their servlet means that it is not there. */
    private static boolean lacksResources(HttpServletRequest request, int status, Throwable thrown) {
        var servlet = request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME);
        return (servlet == null || RESOURCES.equals(servlet)) && (status == 404 || status == 500 && thrown == null);
    }

    private static boolean isOfTheApi(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith("/api/v1/");
    }

    /** Every URL of the API belongs to the resources' servlet, unless the application is starting or stopping. */
    private static int unknown(HttpServletRequest request) {
        return request.getPathInfo() != null && request.getPathInfo().startsWith("/v1/") ? UNAVAILABLE : 404;
    }

    private static String correlationId(HttpServletRequest request) {
        var known = request.getAttribute(CallFilter.CORRELATION_ID);
        return known == null ? CallContext.current().correlationId() : known.toString();
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The page contains nothing of the request except the correlation id, which needs no escaping. */
    private static String page(Cause cause, String correlationId) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>%1$s</title>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><small>%3$s</small></p>
                <p><a href="/">Pizza Orders</a></p>
                </html>
                """.formatted(Cause.title(cause.status()), cause.detail(), correlationId);
    }
}
