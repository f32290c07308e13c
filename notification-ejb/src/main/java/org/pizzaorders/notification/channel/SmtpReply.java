package org.pizzaorders.notification.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pizzaorders.notification.channel.Outcome.Fault;

/**
 * The answer of an SMTP server that did not accept a mail. Only answers about this recipient or this text are about the
 * message. With all others any mail would have failed: no login, no relaying, a refused sender, a server that is full
 * or closes the connection.
 *
 * <p>It is parsed from the text, because the mail provider's exceptions have different classes on each server.
 *
 * @param detail the enhanced status code of RFC 3463 without its first digit, such as {@code 1.1}; empty for none
 */
record SmtpReply(boolean ofTheRecipient, int code, String detail, String text) {

    /** Some servers write {@code 550 #5.7.1}, or separate the text with a tab. */
    private static final Pattern REPLY =
            Pattern.compile("([245]\\d\\d)(?:\\W++(?:[245]\\.(\\d{1,3}\\.\\d{1,3}))?.*)?", Pattern.DOTALL);

    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(501, 550, 551, 553, 556);
    private static final Set<Integer> MAILBOX_IS_BUSY = Set.of(450, 451, 452, 552);
    private static final Set<String> OF_THE_SENDER = Set.of("1.7", "1.8");
    private static final Set<String> MAILBOX_IS_FULL = Set.of("2.2");
    private static final Set<String> TOO_LARGE = Set.of("2.3", "3.4");

    /** Empty if the connection failed and the server did not answer. */
    static Optional<SmtpReply> in(SendFailedException e) {
        return of(e, false)
                .or(() -> e.getNextException() instanceof MessagingException of ? of(of, true) : Optional.empty());
    }

    /** The answer about an address is in a nested exception; the answer about the mail is in the outer one. */
    private static Optional<SmtpReply> of(MessagingException e, boolean ofTheRecipient) {
        var text = String.valueOf(e.getMessage()).strip();
        var reply = REPLY.matcher(text);
        return reply.matches()
                ? Optional.of(new SmtpReply(
                        ofTheRecipient,
                        Integer.parseInt(reply.group(1)),
                        Optional.ofNullable(reply.group(2)).orElse(""),
                        text))
                : Optional.empty();
    }

    Fault fault() {
        if (MAILBOX_IS_FULL.contains(detail)) {
            return Fault.MESSAGE;
        }
        if (code >= 500 && isOfTheMessage()) {
            return Fault.MESSAGE_FOR_GOOD;
        }
        if (!ofTheRecipient || isPolicy()) {
            return Fault.CHANNEL;
        }
        return NO_SUCH_MAILBOX.contains(code)
                ? Fault.MESSAGE_FOR_GOOD
                : MAILBOX_IS_BUSY.contains(code) ? Fault.MESSAGE : Fault.CHANNEL;
    }

    private boolean isOfTheMessage() {
        return (detail.startsWith("1.") || detail.startsWith("2.")) && !OF_THE_SENDER.contains(detail)
                || detail.startsWith("6.")
                || TOO_LARGE.contains(detail);
    }

    /** Such as relaying denied. A 4xx is mostly greylisting, which is about the recipient. */
    private boolean isPolicy() {
        return code >= 500 && detail.startsWith("7.");
    }
}
