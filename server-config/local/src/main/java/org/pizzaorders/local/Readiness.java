package org.pizzaorders.local;

import java.time.Duration;

/** When a server is taken to be up: the application says that it is ready, and serves its menu. */
final class Readiness {

    private static final String[] APPLICATION = {"/health/ready", "/api/v1/menu"};
    private static final String[] BARE_SERVER = {"/"};

    private Readiness() {}

    static void await(ApplicationServer server, boolean deployed, Duration patience) {
        await(server, patience, deployed ? APPLICATION : BARE_SERVER);
    }

    /** @param paths that have to answer 200, one after the other */
    static void await(ApplicationServer server, Duration patience, String... paths) {
        for (String path : paths) {
            if (!Http.answers(server.url() + path, patience, server::alive)) {
                throw new LocalRunException(
                        "The application does not answer on " + server.url() + path + ", see " + server.log());
            }
        }
    }
}
