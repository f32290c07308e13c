package org.pizzaorders.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;

class EmailChannelIT {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private EmailChannel channel;

    @BeforeEach
    void start() {
        server.start();
        channel = channelTo(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void deliversTextAndHtmlInUtf8() throws Exception {
        try (var line = channel.open()) {
            assertThat(line.deliver(Dispatches.mail("anna@pizza.test"))).isEqualTo(new Outcome.Sent());
        }

        var mail = received(0);
        assertThat(mail.getSubject()).isEqualTo("Заказ принят");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Pizza Orders <no-reply@pizza.test>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Спасибо за заказ!");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Спасибо за <b>заказ</b>!</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain text\nin two lines",
                "Café, crème brûlée × 2",
                "Ваш заказ принят",
                "🍕🍕🍕 и ещё немного о том, что в нём: маргарита, пепперони, четыре сыра и гавайская с ананасом",
                ".\n.\nFrom me = 100 %\n-- \nPizza Orders",
                "=?UTF-8?B?0J/QuNGG0YbQsA==?="
            })
    void anyTextArrivesAsItWasWritten(String text) throws Exception {
        var words = text.replace('\n', ' ').strip();
        var longLine = "<p>" + (text + " ").repeat(100) + "</p>";
        try (var line = channel.open()) {
            line.deliver(Dispatches.dispatch(Channel.EMAIL, "anna@pizza.test", words, text, longLine));
            line.deliver(Dispatches.dispatch(Channel.EMAIL, "anna@pizza.test", words, text, null));
        }

        var parts = (MimeMultipart) received(0).getContent();
        assertThat(received(0).getSubject()).isEqualTo(words);
        assertThat(parts.getBodyPart(0).getContent()).asString().isEqualToNormalizingNewlines(text);
        assertThat(parts.getBodyPart(1).getContent()).asString().isEqualToNormalizingNewlines(longLine);
        assertThat(received(1).getContent()).asString().isEqualToNormalizingNewlines(text);
    }

    /** Searching the class path for each part of each mail once cost more than the mail itself. */
    @Test
    void searchesForNoProviderAtEachMail() {
        var searches = new ArrayList<String>();
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                searches.add(name);
                return super.getResources(name);
            }
        });
        try (var line = channel.open()) {
            assertThat(new MimeBodyPart()).isNotNull();
            assertThat(searches).as("the API searches here").isNotEmpty();
            line.deliver(Dispatches.mail("anna@pizza.test"));

            searches.clear();
            assertThat(line.deliver(Dispatches.mail("anna@pizza.test"))).isEqualTo(new Outcome.Sent());
            assertThat(searches).isEmpty();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void givesAMailThatGoesOutAgainTheSameId() throws Exception {
        try (var line = channel.open()) {
            line.deliver(Dispatches.mail("anna@pizza.test"));
            line.deliver(Dispatches.mail("anna@pizza.test"));
        }

        var id = "<" + Dispatches.DELIVERY + "@pizza.test>";
        assertThat(received(0).getMessageID()).isEqualTo(id);
        assertThat(received(1).getMessageID()).isEqualTo(id);
        assertThat(received(0).getHeader("References")).containsExactly("<order-" + Dispatches.ORDER + "@pizza.test>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Пицца и точка <no-reply@pizza.test>",
                "\"Пицца, и точка\" <no-reply@pizza.test>",
                "=?UTF-8?B?0J/QuNGG0YbQsA==?= <no-reply@pizza.test>",
                "Пицца <no-reply@пицца.рф>",
                "Café \u202eazzip <no-reply@pizza.test>"
            })
    void everyHeaderIsAscii(String sender) throws Exception {
        try (var line = channelTo(server.getSmtp().getPort(), sender).open()) {
            assertThat(line.deliver(Dispatches.mail("anna@пицца.рф"))).isEqualTo(new Outcome.Sent());
        }

        assertThat(Collections.list(received(0).getAllHeaderLines()))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(header).matches("\\p{ASCII}*"));
        assertThat(((InternetAddress) received(0).getFrom()[0]).getPersonal())
                .isEqualTo(new InternetAddress(sender).getPersonal());
    }

    @Test
    void aTextCannotAddAHeader() throws Exception {
        var subject = "Ready\r\nBcc: eve@pizza.test\n\nand more";
        try (var line = channel.open()) {
            line.deliver(Dispatches.dispatch(Channel.EMAIL, "anna@pizza.test", subject, "x", null));
        }

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(received(0).getHeader("Bcc")).isNull();
        assertThat(received(0).getContent()).asString().startsWith("x");
    }

    @Test
    void connectsAgainAfterTheServerWasAway() {
        var port = server.getSmtp().getPort();
        try (var line = channel.open()) {
            line.deliver(Dispatches.mail("anna@pizza.test"));
            server.stop();

            assertThat(line.deliver(Dispatches.mail("anna@pizza.test")))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.fault()).isEqualTo(Outcome.Fault.CHANNEL));

            var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            again.start();
            try {
                assertThat(line.deliver(Dispatches.mail("anna@pizza.test"))).isEqualTo(new Outcome.Sent());
            } finally {
                again.stop();
            }
        }
    }

    @Test
    void waitsForASilentServerNoLongerThanItsTimeout() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var line = channelTo(silent.getLocalPort()).open()) {
            assertThat(line.deliver(Dispatches.mail("anna@pizza.test")))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.fault()).isEqualTo(Outcome.Fault.CHANNEL));
        }
    }

    @Test
    void failsForAnInvalidAddress() {
        try (var line = channel.open()) {
            assertThat(line.deliver(Dispatches.mail("not an address")))
                    .isEqualTo(Outcome.permanentFailure("The e-mail address cannot be used"));
        }
    }

    private MimeMessage received(int index) {
        var mails = server.getReceivedMessages();
        assertThat(mails).hasSizeGreaterThan(index);
        return mails[index];
    }

    private static EmailChannel channelTo(int port) {
        return channelTo(port, "Pizza Orders <no-reply@pizza.test>");
    }

    private static EmailChannel channelTo(int port, String from) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.timeout", "300");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        return EmailChannel.of(Session.getInstance(properties), from, Clock.systemUTC());
    }
}
