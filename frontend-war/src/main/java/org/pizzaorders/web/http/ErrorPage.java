package org.pizzaorders.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pizzaorders.shared.CallContext;

/**
 * Answers what never reached a resource, or failed outside of one: unknown addresses below {@code /api}, and every error
 * of the container. Programs get a problem document, people a page; neither gets a stack trace or a product name.
 */
@WebServlet(
        name = "error-page",
        urlPatterns = {"/error", "/api/*"},
        asyncSupported = true)
public class ErrorPage extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failed = request.getDispatcherType() == DispatcherType.ERROR;
        var status =
                failed ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : Integer.valueOf(404);
        var path =
                failed ? (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
        var id = correlationId(request);
        CallFilter.mark(response, id);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (path != null && path.startsWith("/api")) {
            send(response, Problem.MEDIA_TYPE, Json.bytes(new Problem(Cause.of(status), path, id)));
        } else {
            send(response, "text/html;charset=UTF-8", page(Cause.of(status), id).getBytes(UTF_8));
        }
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

    /** Nothing of the request is on it but the correlation id, which has no letters to fear. */
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
