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
                "anna@.example"
            })
    void refusesWhatIsNoEmail(String text) {
        assertThat(ContactForms.isEmail(text)).isFalse();
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
