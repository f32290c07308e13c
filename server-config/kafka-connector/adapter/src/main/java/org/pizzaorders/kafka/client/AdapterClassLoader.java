package org.pizzaorders.kafka.client;

import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Runs code with the class loader of the Kafka client as the thread's context class loader. The client loads its
 * serializers, assignors and login modules through that loader. On a thread of the application it would be the
 * application's loader, which does not have these classes.
 */
public final class AdapterClassLoader {

    private AdapterClassLoader() {}

    public static <T> T call(Supplier<T> body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CommonClientConfigs.class.getClassLoader());
        try {
            return body.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public static void run(Runnable body) {
        call(() -> {
            body.run();
            return null;
        });
    }
}
