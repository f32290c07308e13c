package org.pizzaorders.notification.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;
import org.pizzaorders.notification.channel.Outcome.Fault;

/** Keeps one SMTP connection for many mails, and makes a new one when it is broken. One thread. */
final class EmailLine implements DeliveryChannel.Line {

    private static final Logger LOG = System.getLogger(EmailLine.class.getName());

    private final Session session;
    private final EmailMessages messages;
    private Transport transport;

    EmailLine(Session session, EmailMessages messages) {
        this.session = session;
        this.messages = messages;
    }

    @Override
    public Outcome deliver(Dispatch dispatch) {
        try {
            var message = messages.write(dispatch);
            connect();
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Sent();
        } catch (AddressException e) {
            return Outcome.permanentFailure("The e-mail address cannot be used");
        } catch (SendFailedException e) {
            return failed(e, dispatch, fault(e));
        } catch (MessagingException | RuntimeException e) {
            close();
            return failed(e, dispatch, Fault.CHANNEL);
        }
    }

    /** A server that hangs up has not judged the message. */
    private Fault fault(SendFailedException e) {
        if (refusesRecipient(e)) {
            return Fault.MESSAGE_FOR_GOOD;
        }
        return transport.isConnected() ? Fault.MESSAGE : Fault.CHANNEL;
    }

    /** The provider files a recipient under invalid if the server's refusal is for good (550 and the like). */
    private static boolean refusesRecipient(SendFailedException e) {
        return e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
    }

    /** Servers like to repeat the address; it must not get into the database's error column or a log. */
    private static Outcome failed(Exception e, Dispatch dispatch, Fault fault) {
        var address = Pattern.compile(dispatch.address(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
        var said = address.matcher(String.valueOf(e.getMessage()).strip()).replaceAll("…");
        return new Outcome.Failed("SMTP: " + said, fault);
    }

    private void connect() throws MessagingException {
        if (transport == null) {
            transport = session.getTransport();
        }
        if (!transport.isConnected()) {
            transport.connect();
        }
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "An SMTP connection did not close properly", e);
        } finally {
            transport = null;
        }
    }
}
