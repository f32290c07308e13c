package org.pizzaorders.local.part;

import java.util.Optional;

/**
 * A process that the local run needs, with its data below one folder. Not thread-safe: one thread at a time starts,
 * kills, freezes or closes a part.
 */
public interface Part extends AutoCloseable {

    /** The name of the part, for people. */
    String name();

    /** Starts it on its data, and returns when it is usable. Throws {@link LocalRunException}, which says what to do. */
    void start();

    /** Its process, if it runs. The children of the process belong to it. */
    Optional<ProcessHandle> process();

    /** Whether its process runs. */
    default boolean alive() {
        return process().isPresent();
    }

    /** The process id, or 0 if it does not run. */
    default long pid() {
        return process().map(ProcessHandle::pid).orElse(0L);
    }

    /** Sends SIGKILL, for tests of a crash. {@link #start()} brings it back on the same port and data. */
    default void kill() {
        process().ifPresent(Processes::kill);
    }

    /** Sends SIGSTOP: it keeps its connections but answers nobody, like a machine that is out of memory or migrating. */
    default void freeze() {
        process().ifPresent(Processes::freeze);
    }

    /** Sends SIGCONT: it continues where it was, and does not know how much time has passed. No effect if it is not frozen. */
    default void thaw() {
        process().ifPresent(Processes::thaw);
    }

    /** Stops it in order. No effect if it does not run. */
    @Override
    void close();
}
