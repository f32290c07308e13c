package org.pizzaorders.local.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pizzaorders.local.part.LocalRunException;

/** The application servers to choose from, by the system property {@code server}. */
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

    /** What {@code -Dserver} says, Payara Server without it. */
    public static ServerKind chosen() {
        String wanted = System.getProperty(PROPERTY, PAYARA.key());
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new LocalRunException("-D" + PROPERTY + "=" + wanted + " is no server: choose "
                        + Arrays.stream(values()).map(ServerKind::key).collect(Collectors.joining(" or ")) + "."));
    }

    /** As the system property has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its admin console is, unless it is moved. */
    int adminPort() {
        return adminPort;
    }

    /** As people know it. */
    public String title() {
        return title;
    }
}
