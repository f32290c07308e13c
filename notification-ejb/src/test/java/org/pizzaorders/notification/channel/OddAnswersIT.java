package org.pizzaorders.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;

/** What is taken for whose fault when a server speaks its protocol badly, or another one. */
class OddAnswersIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 522 \r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 599 \r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 0200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 +200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 2OO OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ncut off",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "220 mail.pizza.test ESMTP\r\n",
                "\u0015\u0003\u0003\u0000\u0002\u0002\u0028",
                "",
            })
    void anInvalidAnswerIsTheGatewaysFault(String answer) throws Exception {
        try (var server = new OneAnswer(answer)) {
            assertThat(post(server.port())).matches(OddAnswersIT::isOfTheChannel);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11\r\n\r\n<p>hello</p>",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nlonger than it says",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nuntil the end",
            })
    void aSuccessfulAnswerCountsWithAnyBody(String answer) throws Exception {
        try (var server = new OneAnswer(answer)) {
            assertThat(post(server.port())).isEqualTo(new Outcome.Sent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GREETING|421-here\r\n421 busy",
                "GREETING|HTTP/1.1 400 Bad Request",
                "GREETING|",
                "GREETING|\u0015\u0003\u0003",
                "RCPT|421-4.3.2 closing\r\n421 4.3.2 bye",
                "RCPT|550 #5.7.1 access rejected",
                "RCPT|550\t5.7.1 relaying denied",
                "RCPT|554 (5.7.1) relaying denied",
                "RCPT|999 what",
                "RCPT|nonsense",
                "RCPT|",
                "DATA|221 bye",
                "DATA|",
                "TEXT|552 too much for today",
                "TEXT|554 Transaction failed",
                "TEXT|550 ящик не найден",
                "TEXT|25",
                "TEXT|354 go on",
            })
    void anOddReplyOfAMailServerIsTheChannelsFault(String scripted) throws Exception {
        assertThat(mail(scripted)).matches(OddAnswersIT::isOfTheChannel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RCPT|550-5.1.1 The account\r\n550-5.1.1 does not exist\r\n550 5.1.1 here",
                "RCPT|550-no such\r\n550 user",
                "RCPT|550 ящик не найден",
                "RCPT|550",
                "RCPT|550\t5.1.1 no such user",
                "RCPT|550 #5.1.1 no such user",
                "RCPT|554 #5.1.1 no such user",
                "RCPT|550: no such user",
                "TEXT|550-5.1.1 no\r\n550 5.1.1 user",
                "TEXT|552-5.3.4 too\r\n552 5.3.4 large",
            })
    void aRefusalOfTheRecipientIsFinalInAnyNotation(String scripted) throws Exception {
        assertThat(mail(scripted))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Outcome.Fault.MESSAGE_FOR_GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STAR|454 4.7.0 not now", "STAR|220 but never any TLS", "STAR|501 no"})
    void aFailedStartTlsIsTheChannelsFault(String scripted) throws Exception {
        assertThat(mail(scripted)).matches(OddAnswersIT::isOfTheChannel);
    }

    private static boolean isOfTheChannel(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.fault() == Outcome.Fault.CHANNEL;
    }

    private static Outcome post(int port) {
        var url = URI.create("http://127.0.0.1:" + port);
        var channel = new GatewayChannel(Optional.of(url), TIMEOUT, TIMEOUT, Runnable::run, Clock.systemUTC());
        return channel.open().deliver(Dispatches.dispatch(Channel.SMS, "+79161234567", null, "Готово", null));
    }

    private static Outcome mail(String scripted) throws IOException {
        var cut = scripted.indexOf('|');
        try (var server = new ScriptedSmtp()
                        .answering("EHLO", "250-here\r\n250 STARTTLS")
                        .answering(scripted.substring(0, cut), scripted.substring(cut + 1));
                var line = channel(server, scripted.startsWith("STAR")).open()) {
            return line.deliver(Dispatches.mail("anna@pizza.test"));
        }
    }

    private static EmailChannel channel(ScriptedSmtp server, boolean startTls) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.timeout", Long.toString(TIMEOUT.toMillis()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        return EmailChannel.of(
                Session.getInstance(properties), "Pizza Orders <no-reply@pizza.test>", Clock.systemUTC());
    }

    /** Says the same to whoever has asked for something, and hangs up. */
    private static final class OneAnswer implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        OneAnswer(String answer) throws IOException {
            var thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.UTF_8)), "one-answer");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        private void serve(byte[] answer) {
            while (!server.isClosed()) {
                try (var session = server.accept()) {
                    readRequest(session);
                    session.getOutputStream().write(answer);
                } catch (IOException e) {
                    // the client, or the test, has gone
                }
            }
        }

        /** All of it, as else the answer may be lost with the connection. */
        private static void readRequest(Socket session) throws IOException {
            var read = new StringBuilder();
            var buffer = new byte[8192];
            while (!read.toString().endsWith("}")) {
                var count = session.getInputStream().read(buffer);
                if (count < 0) {
                    return;
                }
                read.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
