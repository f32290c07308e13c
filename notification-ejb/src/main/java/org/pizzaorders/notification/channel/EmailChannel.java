package org.pizzaorders.notification.channel;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** E-mail by SMTP, over the server's mail session. */
public final class EmailChannel implements DeliveryChannel {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Session session;
    private final EmailMessages messages;

    private EmailChannel(Session session, EmailMessages messages) {
        this.session = session;
        this.messages = messages;
    }

    /**
     * @param from such as {@code Pizza Orders <no-reply@pizza.test>}
     * @throws IllegalArgumentException if that is no address
     */
    public static EmailChannel of(Session session, String from, Clock clock) {
        requireNonNull(session, "session");
        setTimeouts(session);
        try {
            return new EmailChannel(session, new EmailMessages(session, new InternetAddress(from, true), clock));
        } catch (AddressException e) {
            throw new IllegalArgumentException("pizza.notification.from is not an address", e);
        }
    }

    /** Without them a silent server holds a delivery for ever. What the administrator has set stays. */
    private static void setTimeouts(Session session) {
        for (var protocol : List.of("smtp", "smtps")) {
            for (var timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
                session.getProperties()
                        .putIfAbsent("mail." + protocol + "." + timeout, Long.toString(TIMEOUT.toMillis()));
            }
        }
    }

    @Override
    public Line open() {
        return new EmailLine(session, messages);
    }
}
