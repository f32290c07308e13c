package org.pizzaorders.local.part;

import java.util.Optional;

/**
 * A process that the local run needs, with its data below one folder. Not thread-safe: one thread at a time starts,
 * kills, freezes or closes a part.
 */
public interface Part extends AutoCloseable {

    /** Its name for people. */
    String name();

    /** Starts it on the data it has and returns once it is usable. Throws {@link LocalRunException} saying what to do. */
    void start();

    /** Its process while that runs; its children belong to it. */
    Optional<ProcessHandle> process();

    /** Whether its process runs. */
    default boolean alive() {
        return process().isPresent();
    }

    /** The process id, or 0 when it does not run. */
    default long pid() {
        return process().map(ProcessHandle::pid).orElse(0L);
    }

    /** SIGKILL, for tests of what a crash leaves behind; {@link #start()} brings it back on the same port and data. */
    default void kill() {
        process().ifPresent(Processes::kill);
    }

    /** SIGSTOP: it keeps its connections and answers nobody, as a machine does that is out of memory or on the move. */
    default void freeze() {
        process().ifPresent(Processes::freeze);
    }

    /** SIGCONT: it goes on where it was, unaware of the time that has passed. Harmless when it was not frozen. */
    default void thaw() {
        process().ifPresent(Processes::thaw);
    }

    /** Stops it in order; harmless when it does not run. */
    @Override
    void close();
}
