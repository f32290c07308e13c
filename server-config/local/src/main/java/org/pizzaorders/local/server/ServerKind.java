package org.pizzaorders.local.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pizzaorders.local.part.LocalRunException;

/** The application servers. The system property {@code server} chooses one. */
public enum ServerKind {
    PAYARA("Payara Server", 4848),
    WILDFLY("WildFly", 9990),
    MICRO("Payara Micro", 4848);

    private static final String PROPERTY = "server";

    private final String title;
    private final int adminPort;

    ServerKind(String title, int adminPort) {
        this.title = title;
        this.adminPort = adminPort;
    }

    /** The server that {@code -Dserver} names, or Payara Server. */
    public static ServerKind chosen() {
        String wanted = System.getProperty(PROPERTY, PAYARA.key());
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new LocalRunException("-D" + PROPERTY + "=" + wanted + " is not a server. Choose "
                        + Arrays.stream(values()).map(ServerKind::key).collect(Collectors.joining(" or ")) + "."));
    }

    /** The value of the system property. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The default port of its admin console. */
    int adminPort() {
        return adminPort;
    }

    /** The product name, for people. */
    public String title() {
        return title;
    }
}
