package org.pizzaorders.local.server;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.pizzaorders.local.part.Http;
import org.pizzaorders.local.part.LocalRunException;

/**
 * Decides when a server is up: the application reports ready and serves its menu, or, if none is deployed, the server
 * answers. Waiting also ends if the server ends or refuses the application.
 */
public final class Readiness {

    private static final String[] APPLICATION = {"/health/ready", "/api/v1/menu"};

    private Readiness() {}

    public static void await(ApplicationServer server, boolean deployed, Duration patience) {
        if (deployed) {
            await(server, patience, APPLICATION);
        } else {
            await(server, patience, status -> status > 0, "/");
        }
    }

    /** @param paths must answer 200, one after the other */
    public static void await(ApplicationServer server, Duration patience, String... paths) {
        await(server, patience, status -> status == HttpURLConnection.HTTP_OK, paths);
    }

    private static void await(ApplicationServer server, Duration patience, IntPredicate wanted, String... paths) {
        for (String path : paths) {
            String url = server.url() + path;
            if (!Http.answers(
                    url,
                    wanted,
                    patience,
                    () -> server.alive() && server.refusal().isEmpty())) {
                throw server.refusal().map(reason -> refused(server, reason)).orElseGet(() -> silent(server, url));
            }
        }
    }

    /** @param reason a line or two */
    public static LocalRunException refused(ApplicationServer server, String reason) {
        return new LocalRunException(server.name() + " refused the application: " + reason + System.lineSeparator()
                + "  see " + server.log());
    }

    private static LocalRunException silent(ApplicationServer server, String url) {
        String state = server.alive() ? "answers " + Http.brief(url) + " on " + url : "has ended";
        return new LocalRunException(server.name() + " " + state + ", see " + server.log());
    }
}
