package org.pizzaorders.shared.text;

import java.util.Optional;
import java.util.Set;

/**
 * The forms of what people are reached by. Each service checks what it is given, and all of them by these, so that none
 * refuses what another has taken. Null is of no form.
 */
public final class ContactForms {

    public static final int LONGEST_EMAIL = EmailForm.LONGEST;
    public static final int LONGEST_PHONE = PhoneForm.LONGEST;

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

    /**
     * The phone number in the form in which it is kept, E.164 with the plus sign; empty if it is none.
     *
     * @param region where numbers without a country are at home: {@link DefaultRegion#code}
     */
    public static Optional<String> phone(String text, DefaultRegion region) {
        return PhoneForm.e164(text, region.code());
    }

    /** Whether it is the code of a language that the shop speaks and writes. */
    public static boolean isLanguage(String code) {
        return code != null && LANGUAGES.contains(code);
    }
}
