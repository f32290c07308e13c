package org.pizzaorders.shared;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms of what people are reached by. Each service checks what it is given, and all of them by these, so that none
 * refuses what another has taken. Null is of no form.
 */
public final class ContactForms {

    public static final int LONGEST_EMAIL = 254;

    /** The shape that browsers ask for in their e-mail fields, with a dot in the domain. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    /** E.164, with the plus sign. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private ContactForms() {}

    public static boolean isEmail(String text) {
        return text != null
                && text.length() <= LONGEST_EMAIL
                && EMAIL.matcher(text).matches();
    }

    public static boolean isPhone(String text) {
        return text != null && PHONE.matcher(text).matches();
    }

    /** Whether it is the code of a language that the shop speaks and writes. */
    public static boolean isLanguage(String code) {
        return code != null && LANGUAGES.contains(code);
    }
}
