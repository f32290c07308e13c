package org.pizzaorders.kafka.client;

import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Runs code with the class loader that has the Kafka client as the thread's context class loader. The client finds its
 * serializers, assignors and login modules by that loader, and on a thread of the application it would be the
 * application's, which has none of them.
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
