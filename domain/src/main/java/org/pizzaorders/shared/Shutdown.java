package org.pizzaorders.shared;

/**
 * Whether this deployment is being stopped. From then on parts of it are missing while calls still come in: what fails is
 * nobody's fault, and works elsewhere or a little later. Each deployment has a class loader, and so a state, of its own.
 * Thread-safe.
 */
public final class Shutdown {

    private static volatile boolean begun;

    private Shutdown() {}

    /** To be said by whatever the container stops first; there is no way back. */
    public static void begin() {
        begun = true;
    }

    /** Also when the whole server is: it takes away names, transactions and logs before it stops a deployment. */
    public static boolean hasBegun() {
        return begun || virtualMachineStops();
    }

    /** The JDK answers that only by how it refuses a hook: this thread cannot be one, as it runs. */
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
