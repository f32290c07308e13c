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
 * The part that runs the application: Payara Server, WildFly and so on, one class for each {@link ServerKind}. Its
 * installation is shared and read-only; what it is configured to be lies below a folder of its own, made by the
 * administrators' scripts at its first start and made anew when those change.
 */
public interface ApplicationServer extends Part {

    /** Those it listens on; another server beside it has others. */
    List<Port> PORTS = List.of(Port.HTTP, Port.ADMIN, Port.MENU, Port.ORDERS, Port.PAYMENTS, Port.NOTIFICATIONS);

    /** For the application to answer. */
    Duration READY_PATIENCE = Duration.ofMinutes(5);

    /** For requests, deliveries and calls under way. */
    Duration STOP_PATIENCE = Duration.ofSeconds(45);

    /** Installs what is missing: needs no other part, so it can go on while those start. Stops what a killed runner left. */
    void prepare();

    /** @param patience how long the application may take to answer once the server itself has started */
    void start(Duration patience);

    @Override
    default void start() {
        start(READY_PATIENCE);
    }

    /** SIGTERM, which every server takes for a stop in order. */
    @Override
    default void close() {
        process().ifPresent(server -> Processes.terminate(server, STOP_PATIENCE));
    }

    /**
     * Gives the running server the application once more, as an administrator does with a new version; returns when that
     * answers. Meanwhile the server stays up, and requests are refused.
     */
    default void redeploy() {
        throw new UnsupportedOperationException(name() + " is started anew with a new version");
    }

    /** Takes the application out of the running server, which stays up; {@link #redeploy()} puts it in again. */
    default void undeploy() {
        throw new UnsupportedOperationException(name() + " runs nothing but its application");
    }

    /** The application's base URL. */
    String url();

    /** What it says of itself, for people who look for the cause of a failure. */
    Path log();

    /** Why it did not take the application, if it has said so since its last start: waiting is of no use then. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** All its logs, {@link #log()} among them. */
    default List<Path> logs() {
        return List.of(log());
    }

    /** The services that run apart, each a server of its own, by their ports; empty where one server runs them all. */
    default Map<Port, ApplicationServer> slices() {
        return Map.of();
    }

    /** The admin console's address, if it has one. */
    Optional<String> console();
}
