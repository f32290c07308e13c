package org.pizzaorders.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFormsTest {

    private static final DefaultRegion RUSSIA = new DefaultRegion("RU");

    @Test
    void acceptsRealAddresses() {
        assertThat(ContactForms.isEmail("anna.o'neil+pizza@mail.example.com")).isTrue();
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
    void refusesAnInvalidEmail(String text) {
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
    void acceptsPartsOfAnEmailUpToTheirMaximumLength() {
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
    @CsvSource({
        "+79161234567, +79161234567",
        "+7 (916) 123-45-67, +79161234567",
        "8 916 123 45 67, +79161234567",
        "9161234567, +79161234567",
        "(+7) 916 123-45-67, +79161234567",
        "+44 (0)20 7946 0958, +442079460958",
        "+4402079460958, +442079460958",
        "+44 20 7946 0958, +442079460958",
        "00 44 20 7946 0958, +442079460958",
        "00447946000000, +447946000000",
        "(00) 7 916 123-45-67, +79161234567",
        "007 9161234567, +79161234567",
        "8 10 44 20 7946 0958, +442079460958",
        "+49 (0) 30 / 123456, +4930123456",
        "+39 06 698 12345, +390669812345",
        "+1.212.555.0123, +12125550123",
        "\u202a+7\u00a0916\u202f123\u201145\u201367\u202c, +79161234567",
        "\uff0b\uff17\uff19\uff11\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17, +79161234567",
        "+5511987654321, +5511987654321",
        "+1 246 234 5678, +12462345678",
    })
    void keepsAPhoneNumberInOneForm(String written, String kept) {
        assertThat(ContactForms.phone(written, RUSSIA)).contains(kept);
    }

    @Test
    void readsANumberWithoutCountryAsOneOfTheDefaultRegion() {
        assertThat(ContactForms.phone("020 7946 0958", new DefaultRegion("GB"))).contains("+442079460958");
        assertThatThrownBy(() -> new DefaultRegion("ru")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "anna",
                "+",
                "112",
                "1234567",
                "+0123456789",
                "+999 123 456 789",
                "+123456",
                "+7 916 123-45-6",
                "+7 916 123-45-678",
                "+1234567890123456",
                "+7 916 123-45-67 ext. 5",
                "+7 916 123-45-67;ext=5",
                "+7 916 1CALLME",
                "tel:+79161234567",
                "+79161234567, +79167654321",
                "+79161234567 / +79167654321",
                "+79161234567 / 79167654321",
                "+7 916 +123-45-67",
                "7 916 123-45-67 +",
                "+79161234567\u0000"
            })
    void refusesAnInvalidPhoneNumber(String text) {
        assertThat(ContactForms.phone(text, RUSSIA)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "RU", "de", "ru-RU"})
    void refusesOtherLanguages(String code) {
        assertThat(ContactForms.isLanguage(code)).isFalse();
    }
}
