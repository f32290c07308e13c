package org.pizzaorders.web.front;

import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.pizzaorders.web.http.Paths;
import org.pizzaorders.web.http.Refusal;

/**
 * Stands before Payara's servlet container, whose decoder answers paths that it cannot read with an empty 200. Refuses
 * them with a problem document; everything else goes on. Any thread.
 */
final class PathGuard extends HttpHandler {

    private final HttpHandler container;

    /** Decodes nothing itself. */
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
        var path = request.getRequest()
                .getRequestURIRef()
                .getOriginalRequestURIBC()
                .toString();
        if (Paths.isPlain(path)) {
            container.service(request, response);
        } else {
            refuse(path, request, response);
        }
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
