package org.pizzaorders.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFormsTest {

    @Test
    void takesWhatPeopleHave() {
        assertThat(ContactForms.isEmail("anna.o'neil+pizza@mail.example.com")).isTrue();
        assertThat(ContactForms.isPhone("+79161234567")).isTrue();
        assertThat(ContactForms.isLanguage("ru")).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@localhost",
                "anna@a b.example",
                "a@b.example\nBcc: c@d.example",
                "anna@.example",
                "anna.@example.test",
                ".anna@example.test",
                "an..na@example.test",
                "anna@example..test",
                "anna@example.test.",
                "anna@-example.test",
                "anna@example-.test",
                "anna@exa_mple.test",
                "anna@127.0.0.1",
                "anna@[127.0.0.1]",
                "anna@@example.test",
                "anna@example.test,eve@example.test",
                "anna@example.test;eve@example.test",
                "anna@example.test eve@example.test",
                "<anna@example.test>",
                "Anna <anna@example.test>",
                "anna(pizza)@example.test",
                "\"anna\"@example.test",
                "анна@example.test",
                "anna@stra\u00dfe.test",
                "anna@\u200b.test",
                "anna@\u202eexample.test",
                "anna@exa\u0000mple.test",
                "anna@example.test\n"
            })
    void refusesWhatIsNoEmail(String text) {
        assertThat(ContactForms.isEmail(text)).isFalse();
    }

    @Test
    void knowsDomainsOfAnyScript() {
        assertThat(ContactForms.mailbox("Anna@Пример.рф")).contains("Anna@xn--e1afmkfd.xn--p1ai");
        assertThat(ContactForms.mailbox("anna@b\u00fccher.example")).contains("anna@xn--bcher-kva.example");
        assertThat(ContactForms.mailbox("anna@xn--e1afmkfd.xn--p1ai")).contains("anna@xn--e1afmkfd.xn--p1ai");
        assertThat(ContactForms.mailbox("anna@例え。テスト")).contains("anna@xn--r8jz45g.xn--zckzah");
    }

    @Test
    void takesPartsOfAnEmailAsLongAsTheyMayBe() {
        assertThat(ContactForms.isEmail("a".repeat(64) + "@" + "b".repeat(63) + ".example"))
                .isTrue();
        assertThat(ContactForms.isEmail("a".repeat(65) + "@b.example")).isFalse();
        assertThat(ContactForms.isEmail("a@" + "b".repeat(64) + ".example")).isFalse();
        assertThat(ContactForms.isEmail("a@" + "\u0431".repeat(60) + ".example"))
                .as("longer in ASCII")
                .isFalse();
    }

    @Test
    void refusesAnEmailThatNoServerTakes() {
        assertThat(ContactForms.isEmail("a@" + "b".repeat(60).concat(".").repeat(4) + "example"))
                .isTrue();
        assertThat(ContactForms.isEmail("a@" + "b".repeat(60).concat(".").repeat(4) + "example.example"))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "89161234567", "+0123456789", "+7 916 123-45-67", "+123456", "+1234567890123456"})
    void refusesWhatIsNoPhone(String text) {
        assertThat(ContactForms.isPhone(text)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "RU", "de", "ru-RU"})
    void refusesOtherLanguages(String code) {
        assertThat(ContactForms.isLanguage(code)).isFalse();
    }
}
