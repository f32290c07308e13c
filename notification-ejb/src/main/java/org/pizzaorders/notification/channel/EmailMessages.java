package org.pizzaorders.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.pizzaorders.shared.text.ContactForms;

/**
 * Writes deliveries as MIME. The Message-ID follows from the delivery, so that a mail which is sent again after a crash
 * is recognised as the same. All mails about one order refer to a common id, so that mail clients show them as one
 * conversation.
 */
final class EmailMessages {

    private final Session session;
    private final InternetAddress from;
    private final Clock clock;

    /**
     * @param from such as {@code Pizza Orders <no-reply@pizza.test>}
     * @throws AddressException if this is not an address
     */
    EmailMessages(Session session, String from, Clock clock) throws AddressException {
        this.session = session;
        this.from = sender(from);
        this.clock = clock;
    }

    /** The API writes the parsed name unchanged, so letters other than ASCII must be encoded for the header here. */
    private static InternetAddress sender(String text) throws AddressException {
        var read = new InternetAddress(text, true);
        try {
            var mailbox = ContactForms.mailbox(read.getAddress()).orElse(read.getAddress());
            return new InternetAddress(mailbox, read.getPersonal(), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MimeMessage write(Dispatch dispatch) throws MessagingException {
        var message =
                new IdentifiedMessage(session, messageId(dispatch.deliveryId().toString()));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(dispatch.address()));
        message.setSubject(dispatch.subject(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (dispatch.orderId() != null) {
            message.setHeader("References", messageId("order-" + dispatch.orderId()));
        }
        if (dispatch.html() == null) {
            message.setText(dispatch.text(), UTF_8.name());
        } else {
            message.setContent(
                    new MimeMultipart("alternative", part(dispatch.text(), "plain"), part(dispatch.html(), "html")));
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress recipient(String address) throws AddressException {
        var mailbox = ContactForms.mailbox(address).orElseThrow(() -> new AddressException("No mail gets there"));
        return new InternetAddress(mailbox, true);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    private String messageId(String local) {
        var address = from.getAddress();
        return "<" + local + address.substring(address.indexOf('@')) + ">";
    }

    /** The API allows only a subclass to set the Message-ID. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
