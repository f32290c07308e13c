package org.pizzaorders.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The application servers to choose from, by the system property {@code server}. */
public enum ServerKind {
    PAYARA("Payara Server", 4848, PayaraServer::new),
    WILDFLY("WildFly", 9990, WildflyServer::new),
    MICRO("Payara Micro", 4848, MicroServer::chosen);

    private static final String PROPERTY = "server";

    private interface Maker {
        ApplicationServer make(String name, String folder, StackSettings settings, Secrets secrets);
    }

    private final String title;
    private final int adminPort;
    private final Maker maker;

    ServerKind(String title, int adminPort, Maker maker) {
        this.title = title;
        this.adminPort = adminPort;
        this.maker = maker;
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

    /** The first server of a stack. */
    ApplicationServer first(StackSettings settings, Secrets secrets) {
        return maker.make(title, key(), settings, secrets);
    }

    /** Another instance on the same databases and topics, with a folder and ports of its own. */
    ApplicationServer another(int number, StackSettings settings, Secrets secrets) {
        return maker.make(title + " " + number, key() + "-" + number, settings.forAnotherServer(), secrets);
    }
}
