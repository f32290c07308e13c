package org.pizzaorders.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {

    private static final int LONGEST = 100;

    @ParameterizedTest
    @CsvSource({
        "Anna, Anna",
        "Anna\u00a0\u2003 Ivanova, Anna Ivanova",
        "\ufeffAnna\u200b, Anna",
        "\u202eann\u2066a\u2069\u202c, anna",
        "Cafe\u0301, Caf\u00e9",
        "e\u034f\u0301, \u00e9",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\ud83d\udc69\u200d\ud83c\udf73, \ud83d\udc69\u200d\ud83c\udf73",
        "\u200dAnna\u200c\u200d \u200dI\u200d, Anna I",
        "\u845b\udb40\udd00, \u845b\udb40\udd00",
        "., .",
        "\ud83c\udf55, \ud83c\udf55"
    })
    void normalizesALineBeforeItIsStored(String written, String kept) {
        assertThat(WrittenText.line(written, LONGEST)).isEqualTo(new WrittenText.Line(kept, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u00a0",
                "\u200b",
                "\u2800",
                "\u2800\u2800",
                "\u3164",
                "\u115f",
                "\uffa0",
                "\u00ad",
                "\u034f",
                "\u200e",
                "\u202e",
                "\u2066\u2069",
                "\u2060",
                "\ufeff",
                "\u180e",
                "\u200d\u200c",
                "\u0301",
                "\ufe0f",
                "\ue000",
                "\udb40\udc41"
            })
    void invisibleCharactersAloneAreNoText(String text) {
        assertThat(WrittenText.line(text, LONGEST).text()).isNull();
        assertThat(WrittenText.faultOfLine(text, LONGEST)).contains("must not be blank");
        assertThat(WrittenText.faultOfLines(text, LONGEST)).contains("must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\u007fb", "a\u009fb", "a\ud800b", "a\uffffb", "a\ufdd0b"})
    void refusesControlCharactersAndUnassignedOnes(String text) {
        assertThat(WrittenText.line(text, LONGEST).fault())
                .hasValueSatisfying(
                        fault -> assertThat(fault).startsWith("contains characters that cannot be printed: U+"));
        assertThat(WrittenText.faultOfLine(text, LONGEST)).isPresent();
        assertThat(WrittenText.faultOfLines(text, LONGEST)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eazzip", "piz\u200bza", "\ufeffpizza", "pizza\u2069"})
    void namesTheHiddenCharacterToAdministrators(String text) {
        assertThat(WrittenText.faultOfLine(text, LONGEST))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("must not have the hidden character U+"));
        assertThat(WrittenText.faultOfLines(text, LONGEST)).isPresent();
    }

    @Test
    void aTextMayHaveLineBreaksAndALineMayNot() {
        assertThat(WrittenText.faultOfLines("Hello,\r\n\tAnna!\n", LONGEST)).isEmpty();
        assertThat(WrittenText.faultOfLine("Hello,\nAnna!", LONGEST)).isPresent();
        assertThat(WrittenText.line("Hello,\nAnna!", LONGEST).text()).isEqualTo("Hello, Anna!");
    }

    @Test
    void countsCharactersAsUnicodeDoes() {
        var pizza = "\ud83c\udf55";

        assertThat(WrittenText.line(pizza.repeat(LONGEST), LONGEST).fault()).isEmpty();
        assertThat(WrittenText.line(pizza.repeat(LONGEST + 1), LONGEST).fault())
                .contains("must be at most 100 characters long");
        assertThat(WrittenText.line("x".repeat(1_000_000), LONGEST).fault())
                .contains("must be at most 100 characters long");
        assertThat(WrittenText.faultOfLine(pizza.repeat(LONGEST), LONGEST)).isEmpty();
        assertThat(WrittenText.faultOfLine(pizza.repeat(LONGEST + 1), LONGEST)).isPresent();
    }

    @Property
    void normalizedTextsStayUnchanged(@ForAll String text) {
        var kept = WrittenText.line(text, Integer.MAX_VALUE / 8);

        if (kept.text() != null && kept.fault().isEmpty()) {
            assertThat(WrittenText.line(kept.text(), Integer.MAX_VALUE / 8)).isEqualTo(kept);
            assertThat(WrittenText.faultOfLine(kept.text(), Integer.MAX_VALUE / 8))
                    .isEmpty();
            assertThat(Normalizer.isNormalized(kept.text(), Normalizer.Form.NFC))
                    .isTrue();
        }
    }
}
