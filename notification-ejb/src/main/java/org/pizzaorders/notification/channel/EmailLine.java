package org.pizzaorders.notification.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.regex.Pattern;
import org.pizzaorders.notification.channel.Outcome.Fault;

/**
 * Keeps one SMTP connection for many mails, and makes a new one when it breaks. Used by one thread, except for {@code
 * cutOff}.
 */
final class EmailLine implements DeliveryChannel.Line {

    private static final Logger LOG = System.getLogger(EmailLine.class.getName());

    private final Session session;
    private final CuttableSockets sockets;
    private final EmailMessages messages;
    private Transport transport;

    private volatile Socket socket;
    private volatile boolean cut;

    EmailLine(Session session, CuttableSockets sockets, EmailMessages messages) {
        this.session = session;
        this.sockets = sockets;
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
            return SmtpReply.in(e)
                    .map(reply -> refused(dispatch, reply))
                    .orElseGet(() -> failed(dispatch, e.getMessage(), Fault.CHANNEL));
        } catch (MessagingException | RuntimeException e) {
            return failed(dispatch, cut ? "it took too long" : e.getMessage(), Fault.CHANNEL);
        }
    }

    private Outcome refused(Dispatch dispatch, SmtpReply reply) {
        return failed(dispatch, reply.text(), reply.fault());
    }

    private Outcome failed(Dispatch dispatch, String reason, Fault fault) {
        if (fault == Fault.CHANNEL) {
            close();
        }
        return new Outcome.Failed(
                "SMTP: " + withoutAddress(String.valueOf(reason).strip(), dispatch), fault);
    }

    /**
     * Servers often repeat the address in their answer. It must not get into the error column of the database or a log.
     */
    private static String withoutAddress(String reason, Dispatch dispatch) {
        var local = dispatch.address().substring(0, dispatch.address().lastIndexOf('@') + 1);
        return Pattern.compile(Pattern.quote(local) + "[^\\s<>]*+", Pattern.CASE_INSENSITIVE)
                .matcher(reason)
                .replaceAll("…");
    }

    private void connect() throws MessagingException {
        if (transport == null) {
            transport = session.getTransport();
        }
        if (!transport.isConnected()) {
            sockets.handingTo(this::hold, transport::connect);
        }
    }

    private void hold(Socket made) {
        socket = made;
        if (cut) {
            closeSocket(made);
        }
    }

    @Override
    public void cutOff() {
        cut = true;
        var held = socket;
        if (held != null) {
            closeSocket(held);
        }
    }

    private static void closeSocket(Socket held) {
        try {
            held.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection did not close properly", e);
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
