package org.pizzaorders.web.front;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.pizzaorders.web.http.Authority;
import org.pizzaorders.web.http.Paths;
import org.pizzaorders.web.problem.Refusal;

/**
 * Stands before Payara's servlet container, which answers paths and hosts that it cannot read with an empty 200.
 * Refuses them with a problem document and passes all other requests on. Thread-safe.
 */
final class PathGuard extends HttpHandler {

    private final HttpHandler container;

    /** The guard itself decodes nothing. */
    PathGuard(HttpHandler container) {
        super(container.getName());
        this.container = container;
        setDecodeUrl(false);
        setAllowEncodedSlash(container.isAllowEncodedSlash());
        setAllowCustomStatusMessage(container.isAllowCustomStatusMessage());
        setRequestURIEncoding(container.getRequestURIEncoding());
    }

    HttpHandler container() {
        return container;
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return container.getRequestExecutorProvider();
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        var path = Authority.path(request.getRequest()
                .getRequestURIRef()
                .getOriginalRequestURIBC()
                .toString());
        if (Paths.isPlain(path) && Authority.isPlain(hosts(request))) {
            container.service(request, response);
        } else {
            refuse(path, request, response);
        }
    }

    private static List<String> hosts(Request request) {
        var hosts = new ArrayList<String>();
        request.getHeaders("Host").forEach(hosts::add);
        return hosts;
    }

    private static void refuse(String path, Request request, Response response) throws IOException {
        var refusal = Refusal.of(400, path, request.getHeader(Refusal.CORRELATION_ID));
        refusal.headers().forEach(response::setHeader);
        response.setStatus(refusal.status());
        response.setContentType(refusal.mediaType());
        response.setContentLength(refusal.body().length);
        response.getOutputStream().write(refusal.body());
    }
}
