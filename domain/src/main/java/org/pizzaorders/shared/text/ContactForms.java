package org.pizzaorders.shared.text;

import java.util.Optional;
import java.util.Set;

/**
 * Checks of e-mail addresses, phone numbers and languages. All services use the same checks, so that no service refuses
 * what another has accepted. Null is never valid.
 */
public final class ContactForms {

    public static final int LONGEST_EMAIL = EmailForm.LONGEST;
    public static final int LONGEST_PHONE = PhoneForm.LONGEST;

    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private ContactForms() {}

    /** Whether mail can be sent to the address. For sending use its {@link #mailbox}. */
    public static boolean isEmail(String text) {
        return mailbox(text).isPresent();
    }

    /** The e-mail address as mail servers know it, its domain in ASCII; empty if it is not valid. */
    public static Optional<String> mailbox(String email) {
        return EmailForm.mailbox(email);
    }

    /**
     * The phone number as it is stored, E.164 with the plus sign; empty if it is not valid.
     *
     * @param region the country of numbers without a country code: {@link DefaultRegion#code}
     */
    public static Optional<String> phone(String text, DefaultRegion region) {
        return PhoneForm.e164(text, region.code());
    }

    /** Whether the shop supports this language code. */
    public static boolean isLanguage(String code) {
        return code != null && LANGUAGES.contains(code);
    }
}
