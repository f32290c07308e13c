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

    /**
     * Long, because a slow server may already have accepted the mail. The worker aborts a delivery that takes too long.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** If one of these is set, sockets are made in another way. */
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
     * @throws IllegalArgumentException if this is not an address
     */
    public static EmailChannel of(Session session, String from, Clock clock) {
        requireNonNull(session, "session");
        try {
            return new EmailChannel(session, new EmailMessages(session, from, clock));
        } catch (AddressException e) {
            throw new IllegalArgumentException("pizza.notification.from is not an address", e);
        }
    }

    /**
     * Sets time-outs, because otherwise a silent server blocks a delivery for ever. Settings of the administrator stay.
     */
    private void prepare(Properties properties, String prefix) {
        properties.putIfAbsent(prefix + "connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
        properties.putIfAbsent(prefix + "timeout", Long.toString(TIMEOUT.toMillis()));
        properties.putIfAbsent(prefix + "writetimeout", Long.toString(TIMEOUT.toMillis()));
        if (OTHER_SOCKETS.stream().map(key -> properties.get(prefix + key)).allMatch(EmailChannel::isFree)) {
            properties.put(prefix + "socketFactory", sockets);
            properties.put(prefix + "socketFactory.fallback", "false");
        }
    }

    /** A value that an earlier deployment left in the server's session does not count as the administrator's. */
    private static boolean isFree(Object value) {
        return value == null || value.getClass().getName().equals(CuttableSockets.class.getName());
    }

    @Override
    public Line open() {
        return new EmailLine(session, sockets, messages);
    }
}
