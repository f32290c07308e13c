package org.pizzaorders.web.front;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpServerFilter;

/**
 * Installs a guard in Payara's HTTP listeners, before anything decodes a path. The filter that passes requests on
 * belongs to Grizzly. The server classes that lead to it are in no public artifact, so this class uses reflection. The
 * admin listener is left alone.
 */
final class GuardedListeners implements AutoCloseable {

    private static final String ADMINISTRATORS = "admin-listener";
    private static final String SERVICE = "com.sun.enterprise.v3.services.impl.GrizzlyService";
    private static final String LISTENER = "org.glassfish.grizzly.config.dom.NetworkListener";

    private final List<HttpServerFilter> guarded = new ArrayList<>();

    private GuardedListeners() {}

    static GuardedListeners guard() throws ReflectiveOperationException {
        var listeners = new GuardedListeners();
        for (var filter : filters()) {
            if (!(filter.getHttpHandler() instanceof PathGuard)) {
                filter.setHttpHandler(new PathGuard(filter.getHttpHandler()));
                listeners.guarded.add(filter);
            }
        }
        return listeners;
    }

    /** The number of guarded listeners. */
    int size() {
        return guarded.size();
    }

    /** Removes the guards again. */
    @Override
    public void close() {
        for (var filter : guarded) {
            if (filter.getHttpHandler() instanceof PathGuard guard) {
                filter.setHttpHandler(guard.container());
            }
        }
    }

    private static List<HttpServerFilter> filters() throws ReflectiveOperationException {
        var locator = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        var service = ofLocator(locator, "getService", SERVICE);
        var listenerType = Class.forName(LISTENER);
        var filters = new ArrayList<HttpServerFilter>();
        for (var listener : (List<?>) ofLocator(locator, "getAllServices", LISTENER)) {
            if (!ADMINISTRATORS.equals(listenerType.getMethod("getName").invoke(listener))) {
                var proxy = service.getClass()
                        .getMethod("lookupNetworkProxy", listenerType)
                        .invoke(service, listener);
                filters.addAll(filters(proxy));
            }
        }
        return filters;
    }

    private static Object ofLocator(Object locator, String method, String type) throws ReflectiveOperationException {
        return Class.forName("org.glassfish.hk2.api.ServiceLocator")
                .getMethod(method, Class.class, Annotation[].class)
                .invoke(locator, Class.forName(type), new Annotation[0]);
    }

    /** Empty for a listener that is switched off. */
    private static List<HttpServerFilter> filters(Object proxy) throws ReflectiveOperationException {
        if (proxy == null) {
            return List.of();
        }
        try {
            var listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            var found = (List<?>)
                    listener.getClass().getMethod("getFilters", Class.class).invoke(listener, HttpServerFilter.class);
            return found.stream().map(HttpServerFilter.class::cast).toList();
        } catch (NoSuchMethodException | InvocationTargetException e) {
            return List.of();
        }
    }
}
