package org.pizzaorders.web.front;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request as the client sent it, before proxies changed it. HEAD is handled as a GET whose body is dropped at the
 * end.
 */
final class AskedRequest extends HttpServletRequestWrapper {

    private final Origin origin;
    private final Answer answer;

    AskedRequest(HttpServletRequest request, Origin origin, Answer answer) {
        super(request);
        this.origin = origin;
        this.answer = answer;
    }

    @Override
    public String getMethod() {
        return Answer.isHead(super.getMethod()) ? "GET" : super.getMethod();
    }

    @Override
    public String getScheme() {
        return origin.scheme();
    }

    @Override
    public boolean isSecure() {
        return origin.isSecure();
    }

    @Override
    public String getServerName() {
        return origin.host();
    }

    @Override
    public int getServerPort() {
        return origin.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(origin.toString()).append(getRequestURI());
    }

    /** A streamed answer is not buffered. */
    @Override
    public AsyncContext startAsync() {
        answer.passThrough();
        return super.startAsync();
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        answer.passThrough();
        return super.startAsync(request, response);
    }
}
