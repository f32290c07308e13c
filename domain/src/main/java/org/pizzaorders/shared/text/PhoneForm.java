package org.pizzaorders.shared.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers, by a library that is kept up to date with the numbering plans. A number has to be possible in its
 * country, by its length; whether its range has been given to anybody is not asked, as plans grow faster than releases.
 */
final class PhoneForm {

    static final int LONGEST = 60;

    /**
     * Digits and what people part them with. Neither letters, which the library would take for digits, nor commas and a
     * second plus, before which it would stop reading.
     */
    private static final Pattern WRITTEN =
            Pattern.compile("[(\\s]*[+\uff0b]?[\\p{Nd}\\p{Pd}\\p{Zs}()\\[\\]./~\u2212\u00b7]+");

    /** What most of the world dials before a country; no number within one begins so. */
    private static final Pattern ABROAD = Pattern.compile("[(\\s]*00[)\\s]*");

    private PhoneForm() {}

    /**
     * @param region two letters of ISO 3166, where numbers are at home that do not name their country
     * @return in E.164; empty if it is no number
     */
    static Optional<String> e164(String text, String region) {
        var line = WrittenText.line(text, LONGEST).text();
        if (line == null || !WRITTEN.matcher(line).matches()) {
            return Optional.empty();
        }
        try {
            return e164(Library.NUMBERS.parse(international(line), region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String international(String line) {
        var abroad = ABROAD.matcher(line);
        return abroad.lookingAt() ? "+" + line.substring(abroad.end()) : line;
    }

    private static Optional<String> e164(PhoneNumber number) {
        return Library.NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                ? Optional.of(Library.NUMBERS.format(number, PhoneNumberFormat.E164))
                : Optional.empty();
    }

    /** Loaded by the first number; it reads what it knows of a country with the first number of that country. */
    private static final class Library {
        static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    }
}
