package org.pizzaorders.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server's refusals are taken for. */
class SmtpRefusalsIT {

    private ScriptedSmtp server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedSmtp().answering("EHLO", "250-here\r\n250 AUTH PLAIN");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,421 4.3.2 try later",
        "GREETING,554 5.7.1 not with you",
        "AUTH,421 4.7.0 too many at once",
        "DATA,421 4.4.2 timed out",
        "AUTH,454 4.7.0 temporary authentication failure",
        "AUTH,535 5.7.8 wrong password",
        "AUTH,534 5.7.9 something stronger is needed",
        "MAIL,421 4.3.0 shutting down",
        "MAIL,451 4.3.0 no queue",
        "MAIL,452 4.3.1 disk full",
        "MAIL,530 5.7.0 log in first",
        "MAIL,550 5.7.1 sender rejected",
        "MAIL,553 5.1.8 sender's domain does not exist",
        "MAIL,554 5.7.1 your address is on a list",
        "RCPT,421 4.7.0 closing",
        "RCPT,454 4.7.1 no relaying for now",
        "RCPT,503 5.5.1 log in first",
        "RCPT,530 5.7.0 STARTTLS first",
        "RCPT,550 5.7.1 relaying denied",
        "RCPT,554 5.7.1 relay access denied",
        "DATA,451 4.3.0 error in processing",
        "DATA,554 5.5.1 no",
        "TEXT,421 4.3.0 shutting down",
        "TEXT,452 4.3.1 disk full",
        "TEXT,550 5.7.1 your rate is too high",
    })
    void aFailureThatAnyMailWouldHaveIsTheChannelsFault(String step, String reply) {
        assertThat(answer(step, reply)).isEqualTo(Outcome.Fault.CHANNEL);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 no such user",
        "RCPT,550 5.1.1 <anna@pizza.test> user unknown",
        "RCPT,550 5.2.1 mailbox disabled",
        "RCPT,551 not here",
        "RCPT,553 5.1.3 bad address",
        "RCPT,501 5.1.3 bad syntax",
        "RCPT,554 5.1.1 no such user",
        "RCPT,556 5.1.10 takes no mail",
        "TEXT,550 5.1.1 user unknown",
        "TEXT,552 5.3.4 too large",
        "TEXT,554 5.6.0 cannot be read",
    })
    void aRefusalOfRecipientOrTextIsFinal(String step, String reply) {
        assertThat(answer(step, reply)).isEqualTo(Outcome.Fault.MESSAGE_FOR_GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,450 4.2.0 mailbox busy",
        "RCPT,450 4.7.1 greylisted",
        "RCPT,451 4.7.1 come again",
        "RCPT,452 4.2.2 mailbox full",
        "RCPT,552 5.2.2 mailbox full",
    })
    void aMailboxThatIsBusyIsTriedAgain(String step, String reply) {
        assertThat(answer(step, reply)).isEqualTo(Outcome.Fault.MESSAGE);
    }

    @Test
    void reportsTheServersAnswerWithoutTheAddress() {
        server.answering("RCPT", "550 5.1.1 <Anna@Pizza.test>: user unknown");

        assertThat(deliver())
                .isEqualTo(new Outcome.Failed("SMTP: 550 5.1.1 <…>: user unknown", Outcome.Fault.MESSAGE_FOR_GOOD));
    }

    @Test
    void sendsAgainOverANewConnectionAfterARefusalOfAll() {
        var line = channel().open();
        server.answering("MAIL", "421 4.3.0 shutting down");
        assertThat(line.deliver(Dispatches.mail("anna@pizza.test"))).isInstanceOf(Outcome.Failed.class);

        server.answering("MAIL", "250 well");

        assertThat(line.deliver(Dispatches.mail("anna@pizza.test"))).isEqualTo(new Outcome.Sent());
        line.close();
    }

    private Outcome.Fault answer(String step, String reply) {
        server.answering(step, reply);
        return ((Outcome.Failed) deliver()).fault();
    }

    private Outcome deliver() {
        try (var line = channel().open()) {
            return line.deliver(Dispatches.mail("anna@pizza.test"));
        }
    }

    private EmailChannel channel() {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        return EmailChannel.of(
                Session.getInstance(properties, new Login()), "Pizza Orders <no-reply@pizza.test>", Clock.systemUTC());
    }

    private static final class Login extends Authenticator {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("pizza", "secret");
        }
    }
}
