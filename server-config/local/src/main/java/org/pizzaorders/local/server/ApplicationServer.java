package org.pizzaorders.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Processes;

/**
 * The part that runs the application: Payara Server, WildFly and so on, one class for each {@link ServerKind}. The
 * installation is shared and read-only. Each server has its configuration in its own folder. The administrators' scripts
 * make it at the first start, and again when the scripts change.
 */
public interface ApplicationServer extends Part {

    /** The ports on which it listens. Another server beside it has other ports. */
    List<Port> PORTS = List.of(Port.HTTP, Port.ADMIN, Port.MENU, Port.ORDERS, Port.PAYMENTS, Port.NOTIFICATIONS);

    /** How long the application may take to answer. */
    Duration READY_PATIENCE = Duration.ofMinutes(5);

    /** How long requests, deliveries and calls in progress may take to end. */
    Duration STOP_PATIENCE = Duration.ofSeconds(45);

    /** Installs what is missing. It needs no other part, so it can run while they start. Stops what a killed runner left. */
    void prepare();

    /** @param patience how long the application may take to answer once the server itself has started */
    void start(Duration patience);

    @Override
    default void start() {
        start(READY_PATIENCE);
    }

    /** Sends SIGTERM, because every server then stops in order. */
    @Override
    default void close() {
        process().ifPresent(server -> Processes.terminate(server, STOP_PATIENCE));
    }

    /**
     * Deploys the application again on the running server, as an administrator does with a new version. Returns when the
     * application answers. Meanwhile the server stays up and refuses requests.
     */
    default void redeploy() {
        throw new UnsupportedOperationException(name() + " must be started again for a new version");
    }

    /** Undeploys the application from the running server, which stays up. {@link #redeploy()} deploys it again. */
    default void undeploy() {
        throw new UnsupportedOperationException(name() + " runs only together with its application");
    }

    /** The application's base URL. */
    String url();

    /** The server's log, for people who look for the cause of a failure. */
    Path log();

    /** Why it refused the application, if its log says so since the last start. Then waiting is useless. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** All its logs, including {@link #log()}. */
    default List<Path> logs() {
        return List.of(log());
    }

    /** The services that run as separate servers, by their ports. Empty if one server runs all of them. */
    default Map<Port, ApplicationServer> slices() {
        return Map.of();
    }

    /** The admin console's address, if it has one. */
    Optional<String> console();
}
