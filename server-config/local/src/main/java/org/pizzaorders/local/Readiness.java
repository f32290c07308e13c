package org.pizzaorders.local;

import java.time.Duration;
import java.util.List;

/** When a server is taken to be up: the application says that it is ready, and serves its menu. */
final class Readiness {

    private static final List<String> APPLICATION = List.of("/health/ready", "/api/v1/menu");
    private static final List<String> BARE_SERVER = List.of("/");

    private Readiness() {}

    static void await(ApplicationServer server, boolean deployed, Duration patience) {
        for (String path : deployed ? APPLICATION : BARE_SERVER) {
            if (!Http.answers(server.url() + path, patience, server::alive)) {
                throw new LocalRunException(
                        "The application does not answer on " + server.url() + path + ", see " + server.log());
            }
        }
    }
}
