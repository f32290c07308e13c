package org.pizzaorders.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.pizzaorders.shared.text.ContactForms;

/** The shop and the mail agree on what an address is. */
class MailableAddressesIT {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeContainer
    static void start() {
        SERVER.start();
    }

    @AfterContainer
    static void stop() {
        SERVER.stop();
    }

    @Property(tries = 1_000)
    void mailReachesEveryAddressThatTheShopAccepts(@ForAll("addresses") String address) throws Exception {
        SERVER.purgeEmailFromAllMailboxes();

        var outcome = deliver(address);

        if (ContactForms.isEmail(address)) {
            assertThat(outcome).isEqualTo(new Outcome.Sent());
            assertThat(SERVER.getReceivedMessages()[0].getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly(ContactForms.mailbox(address).orElseThrow());
        } else {
            assertThat(outcome).isEqualTo(Outcome.permanentFailure("The e-mail address cannot be used"));
        }
    }

    @Example
    void sendsToADomainInAnyScriptByItsAsciiName() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();

        assertThat(deliver("anna@пример.рф")).isEqualTo(new Outcome.Sent());

        assertThat(SERVER.getReceivedMessages()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("anna@xn--e1afmkfd.xn--p1ai");
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(localParts(), domains()).as((local, domain) -> local + "@" + domain)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(80)));
    }

    private static Arbitrary<String> localParts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab9.'+-_!#$%&*/=?^`{|}~")
                        .ofMinLength(1)
                        .ofMaxLength(66),
                Arbitraries.strings()
                        .withChars("ab. \"(),:;<>@[\\]\r\n\u0430\u00e9")
                        .ofMaxLength(8),
                Arbitraries.of("anna", "anna.", ".anna", "an..na", "\"an na\"", "anna(pizza)"));
    }

    private static Arbitrary<String> domains() {
        var label = Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab9-").ofMaxLength(64),
                Arbitraries.strings()
                        .withChars("\u043f\u0438\u0446\u00fc\u00df\u3002\u4e2d\u0627")
                        .ofMaxLength(12),
                Arbitraries.of("xn--e1afmkfd", "_dmarc", "example", "[127.0.0.1]", "a b", "\u200b", "\u202eab"));
        return label.list().ofMinSize(1).ofMaxSize(5).map(labels -> String.join(".", labels));
    }

    private static Outcome deliver(String address) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty(
                "mail.smtp.port", Integer.toString(SERVER.getSmtp().getPort()));
        var channel = EmailChannel.of(Session.getInstance(properties), "no-reply@pizza.test", Clock.systemUTC());
        try (var line = channel.open()) {
            return line.deliver(Dispatches.mail(address));
        }
    }
}
