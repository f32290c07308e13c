package org.pizzaorders.notification.channel;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** E-mail by SMTP, over the server's mail session. */
public final class EmailChannel implements DeliveryChannel {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Long, as a server that takes its time over a mail may have taken it; whoever waits cuts it off in the end. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Whoever sets one of these has sockets made another way. */
    private static final List<String> OTHER_SOCKETS = List.of(
            "socketFactory",
            "socketFactory.class",
            "ssl.socketFactory",
            "ssl.socketFactory.class",
            "proxy.host",
            "socks.host",
            "usesocketchannels");

    private final Session session;
    private final EmailMessages messages;
    private final CuttableSockets sockets = new CuttableSockets();

    private EmailChannel(Session session, EmailMessages messages) {
        this.session = session;
        this.messages = messages;
        for (var protocol : List.of("smtp", "smtps")) {
            prepare(session.getProperties(), "mail." + protocol + ".");
        }
    }

    /**
     * @param from such as {@code Pizza Orders <no-reply@pizza.test>}
     * @throws IllegalArgumentException if that is no address
     */
    public static EmailChannel of(Session session, String from, Clock clock) {
        requireNonNull(session, "session");
        try {
            return new EmailChannel(session, new EmailMessages(session, from, clock));
        } catch (AddressException e) {
            throw new IllegalArgumentException("pizza.notification.from is not an address", e);
        }
    }

    /** Without time-outs a silent server holds a delivery for ever. What the administrator has set stays. */
    private void prepare(Properties properties, String prefix) {
        properties.putIfAbsent(prefix + "connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
        properties.putIfAbsent(prefix + "timeout", Long.toString(TIMEOUT.toMillis()));
        properties.putIfAbsent(prefix + "writetimeout", Long.toString(TIMEOUT.toMillis()));
        if (OTHER_SOCKETS.stream().map(key -> properties.get(prefix + key)).allMatch(EmailChannel::isFree)) {
            properties.put(prefix + "socketFactory", sockets);
            properties.put(prefix + "socketFactory.fallback", "false");
        }
    }

    /** What an earlier deployment has left in the server's session is not the administrator's. */
    private static boolean isFree(Object value) {
        return value == null || value.getClass().getName().equals(CuttableSockets.class.getName());
    }

    @Override
    public Line open() {
        return new EmailLine(session, sockets, messages);
    }
}
