package org.pizzaorders.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the statements that are prepared on the connections of a data source: a batch of rows counts once. */
final class CountedStatements {

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();

    DataSource of(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = call(source, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    long count() {
        return count.get();
    }

    /** Of them those that are no queries. */
    long writes() {
        return writes.get();
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().startsWith("prepare")) {
                count.incrementAndGet();
                if (!arguments[0].toString().regionMatches(true, 0, "select", 0, "select".length())) {
                    writes.incrementAndGet();
                }
            }
            return call(connection, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? CountedStatements.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments)));
    }

    @FunctionalInterface
    private interface Call {
        Object on(Method method, Object... arguments) throws Throwable;
    }
}
