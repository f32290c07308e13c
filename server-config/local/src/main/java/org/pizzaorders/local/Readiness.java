package org.pizzaorders.local;

import java.time.Duration;

/**
 * When a server is taken to be up: the application says that it is ready, and serves its menu. Waiting ends when the
 * server has ended, or has said that it refused the application.
 */
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
            String url = server.url() + path;
            if (!Http.answers(
                    url, patience, () -> server.alive() && server.refusal().isEmpty())) {
                throw server.refusal().map(reason -> refused(server, reason)).orElseGet(() -> silent(server, url));
            }
        }
    }

    /** @param reason a line or two */
    static LocalRunException refused(ApplicationServer server, String reason) {
        return new LocalRunException(server.name() + " refused the application: " + reason + System.lineSeparator()
                + "  see " + server.log());
    }

    private static LocalRunException silent(ApplicationServer server, String url) {
        String state = server.alive() ? "answers " + Http.brief(url) + " on " + url : "has ended";
        return new LocalRunException(server.name() + " " + state + ", see " + server.log());
    }
}
