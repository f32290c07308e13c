package org.pizzaorders.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers {@code /openapi}, also with a trailing slash, with the handwritten document {@code META-INF/openapi.json}. It
 * is a filter, because Payara has its own servlet at that address. That servlet reads {@code mp.openapi.scan.disable}
 * only from the server's configuration and fails on constraints of record components. JSON is valid YAML, so one text
 * serves both. Services that this archive does not contain are left out.
 */
@WebFilter(filterName = "openapi", urlPatterns = "/openapi/*", asyncSupported = true)
public class OpenApiDocument extends HttpFilter {

    private static final String FILE = "/META-INF/openapi.json";

    private static final Set<String> ADDRESSES = Set.of("/openapi", "/openapi/");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private static final JsonMapper JSON = new JsonMapper();

    private byte[] document;

    @Override
    public void init() {
        document = without(Part.missing(), read());
    }

    static byte[] read() {
        try (var in = OpenApiDocument.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Operations and tags have the name of their part. */
    static byte[] without(Set<Part> missing, byte[] document) {
        if (missing.isEmpty()) {
            return document;
        }
        var json = (ObjectNode) JSON.readTree(document);
        var paths = (ObjectNode) json.get("paths");
        paths.removeIf(path -> path.valueStream().anyMatch(operation -> isOf(missing, operation.at("/tags/0"))));
        ((ArrayNode) json.get("tags")).removeIf(tag -> isOf(missing, tag.get("name")));
        return JSON.writeValueAsBytes(json);
    }

    private static boolean isOf(Set<Part> parts, JsonNode tag) {
        return parts.stream().anyMatch(part -> part.name().equalsIgnoreCase(tag.asString()));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!ADDRESSES.contains(
                request.getRequestURI().substring(request.getContextPath().length()))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(wantsYaml(request) ? "application/yaml" : "application/json");
        response.setHeader("Cache-Control", "public, max-age=60");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static boolean wantsYaml(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return "YAML".equalsIgnoreCase(request.getParameter("format")) || accept != null && accept.contains("yaml");
    }
}
