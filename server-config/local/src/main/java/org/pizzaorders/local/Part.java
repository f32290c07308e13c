package org.pizzaorders.local;

/**
 * A process that the local run needs, with its data below one folder. Not thread-safe: one thread at a time starts,
 * kills or closes a part.
 */
public interface Part extends AutoCloseable {

    /** Its name for people. */
    String name();

    /** Starts it on the data it has and returns once it is usable. Throws {@link LocalRunException} saying what to do. */
    void start();

    /** Whether its process runs. */
    boolean alive();

    /** The process id, or 0 when it does not run. */
    long pid();

    /** SIGKILL, for tests of what a crash leaves behind; {@link #start()} brings it back on the same port and data. */
    void kill();

    /** Stops it in order; harmless when it does not run. */
    @Override
    void close();
}
