package org.pizzaorders.local.simulator.messages;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import org.pizzaorders.local.simulator.books.SentMessage;
import org.pizzaorders.local.simulator.books.World;

/** An SMTP server that accepts mail for everybody and passes it to the {@link World}. It stores nothing itself. */
public final class MailSink {

    /** Its mailbox throws deliveries away, so that a load test does not fill the memory. */
    private static final GreenMailUser NOBODY = (GreenMailUser) Proxy.newProxyInstance(
            MailSink.class.getClassLoader(), new Class<?>[] {GreenMailUser.class}, (proxy, method, arguments) -> null);

    private final World world;
    private final Clock clock;
    private final GreenMail server;

    public MailSink(World world, Clock clock, String address, int port) {
        this.world = world;
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setAuthRequired(false);
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    public void start() {
        server.start();
    }

    private GreenMailUser keep(MovingMessage delivered, MailAddress recipient) throws MessagingException {
        MimeMessage mail = delivered.getMessage();
        try {
            world.keep(new SentMessage(
                    "EMAIL",
                    recipient.getEmail(),
                    mail.getSubject(),
                    text(mail),
                    clock.instant(),
                    key(mail, recipient),
                    mail.getMessageID()));
        } catch (IOException e) {
            throw new MessagingException("unreadable mail", e);
        }
        return NOBODY;
    }

    /** Each mail counts, because mail has no idempotency, unless the sender names the delivery in a header. */
    private static String key(MimeMessage mail, MailAddress recipient) throws MessagingException {
        String key = mail.getHeader("Idempotency-Key", null);
        return key == null ? null : key + " " + recipient.getEmail();
    }

    /** The plain text if there is one, otherwise the HTML. */
    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (!(content instanceof Multipart)) {
            return content instanceof String ? ((String) content).strip() : "";
        }
        Multipart parts = (Multipart) content;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart candidate = parts.getBodyPart(i);
            if (candidate.isMimeType("text/plain")) {
                return text(candidate);
            }
        }
        return parts.getCount() == 0 ? "" : text(parts.getBodyPart(0));
    }
}
