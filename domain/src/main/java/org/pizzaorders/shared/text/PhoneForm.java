package org.pizzaorders.shared.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks phone numbers with a library that follows the numbering plans. The length must be possible in the country. The
 * check does not ask whether the number range is assigned, because plans change faster than the library is released.
 */
final class PhoneForm {

    static final int LONGEST = 60;

    /**
     * Digits and usual separators. No letters, because the library would read them as digits. No comma and no second
     * plus, because the library would stop reading there.
     */
    private static final Pattern WRITTEN =
            Pattern.compile("[(\\s]*[+\uff0b]?[\\p{Nd}\\p{Pd}\\p{Zs}()\\[\\]./~\u2212\u00b7]+");

    /** The prefix that most of the world dials before a country code; no national number begins with it. */
    private static final Pattern ABROAD = Pattern.compile("[(\\s]*00[)\\s]*");

    private PhoneForm() {}

    /**
     * @param region two letters of ISO 3166: the country of numbers without a country code
     * @return in E.164; empty if it is not valid
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

    /** Loaded with the first number. It reads the data of a country with the first number of that country. */
    private static final class Library {
        static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    }
}
