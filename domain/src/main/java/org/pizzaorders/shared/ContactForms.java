package org.pizzaorders.shared;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms of what people are reached by. Each service checks what it is given, and all of them by these, so that none
 * refuses what another has taken. Null is of no form.
 */
public final class ContactForms {

    public static final int LONGEST_EMAIL = EmailForm.LONGEST;

    /** E.164, with the plus sign. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private ContactForms() {}

    /** Whether mail can be sent there: whoever sends it asks for its {@link #mailbox}. */
    public static boolean isEmail(String text) {
        return mailbox(text).isPresent();
    }

    /** The e-mail address as mail servers know it, its domain in ASCII; empty if it is none. */
    public static Optional<String> mailbox(String email) {
        return EmailForm.mailbox(email);
    }

    public static boolean isPhone(String text) {
        return text != null && PHONE.matcher(text).matches();
    }

    /** Whether it is the code of a language that the shop speaks and writes. */
    public static boolean isLanguage(String code) {
        return code != null && LANGUAGES.contains(code);
    }
}
