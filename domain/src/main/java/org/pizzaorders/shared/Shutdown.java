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

    public static boolean hasBegun() {
        return begun;
    }
}
