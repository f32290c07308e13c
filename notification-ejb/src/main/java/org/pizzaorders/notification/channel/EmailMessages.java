package org.pizzaorders.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
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
    private final EmailBody bodies;
    private final Clock clock;

    /**
     * @param from such as {@code Pizza Orders <no-reply@pizza.test>}
     * @throws AddressException if this is not an address
     */
    EmailMessages(Session session, String from, Clock clock) throws AddressException {
        this.session = session;
        this.from = sender(from);
        this.bodies = new EmailBody(session.getStreamProvider());
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
        var part = dispatch.html() == null
                ? bodies.text(dispatch.text(), "plain")
                : bodies.alternative("_" + dispatch.deliveryId(), dispatch.text(), dispatch.html());
        var message = new WrittenMessage(session, dispatch.subject(), part.content());
        message.setSentDate(Date.from(clock.instant()));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(dispatch.address()));
        if (dispatch.subject() != null) {
            message.setHeader("Subject", MimeUtility.fold(9, EncodedWords.of(dispatch.subject())));
        }
        message.setHeader("Message-ID", messageId(dispatch.deliveryId().toString()));
        if (dispatch.orderId() != null) {
            message.setHeader("References", messageId("order-" + dispatch.orderId()));
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("MIME-Version", "1.0");
        message.setHeader("Content-Type", part.type());
        message.setHeader("Content-Transfer-Encoding", part.encoding());
        return message;
    }

    private static InternetAddress recipient(String address) throws AddressException {
        var mailbox = ContactForms.mailbox(address).orElseThrow(() -> new AddressException("No mail gets there"));
        return new InternetAddress(mailbox, true);
    }

    private String messageId(String local) {
        var address = from.getAddress();
        return "<" + local + address.substring(address.indexOf('@')) + ">";
    }

    /**
     * A message that is written already. The API allows only a subclass to set the body and to keep the Message-ID. Its
     * transport asks for the subject, and would decode it again.
     */
    private static final class WrittenMessage extends MimeMessage {

        private final String subject;

        WrittenMessage(Session session, String subject, byte[] body) {
            super(session);
            this.subject = subject;
            content = body;
            modified = false;
            saved = true;
        }

        @Override
        public String getSubject() {
            return subject;
        }

        @Override
        protected void updateMessageID() {
            // It stays.
        }
    }
}
