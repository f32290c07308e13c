package org.pizzaorders.environment;

/**
 * Whether this deployment is stopping. While it stops, some parts are already gone but calls still come in. A failure
 * then is not an error: the same work succeeds elsewhere or a little later. Each deployment has its own class loader
 * and so its own state. Thread-safe.
 */
public final class Shutdown {

    private static volatile boolean begun;

    private Shutdown() {}

    /** Called by the bean that the container stops first. It cannot be undone. */
    public static void begin() {
        begun = true;
    }

    /**
     * Also true while the whole server stops: it removes JNDI names, transactions and logs before it stops a
     * deployment.
     */
    public static boolean hasBegun() {
        return begun || virtualMachineStops();
    }

    /**
     * The JDK shows that only by the way it refuses a shutdown hook. The current thread is running and so can never
     * become a hook.
     */
    private static boolean virtualMachineStops() {
        try {
            Runtime.getRuntime().addShutdownHook(Thread.currentThread());
            return false;
        } catch (IllegalArgumentException running) {
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }
}
