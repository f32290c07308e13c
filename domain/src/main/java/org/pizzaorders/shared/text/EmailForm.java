package org.pizzaorders.shared.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accepts e-mail addresses that every mail server can handle: plain ASCII and no quotes before the @ (RFC 5321, {@code
 * Dot-string}), and a domain with a dot, in any script. Other forms are legal but rare, and many servers refuse them:
 * quoted parts, comments, IP addresses, letters other than ASCII before the @.
 */
final class EmailForm {

    static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern FIGURES = Pattern.compile("[0-9]+");

    /** The JDK's IDNA 2003 maps these characters to other domains than IDNA 2008, so mail would go to somebody else. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private EmailForm() {}

    /** The address as mail servers know it, its domain in ASCII; empty if it is not valid. */
    static Optional<String> mailbox(String text) {
        var sign = text == null || text.length() > LONGEST ? -1 : text.lastIndexOf('@');
        if (sign < 1 || sign > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        var local = text.substring(0, sign);
        return domain(text.substring(sign + 1))
                .filter(domain -> LOCAL_PART.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(mailbox -> mailbox.length() <= LONGEST);
    }

    private static Optional<String> domain(String text) {
        return AMBIGUOUS.matcher(text).find() ? Optional.empty() : ascii(text).filter(EmailForm::isDomain);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The JDK throws this for some invalid domains.
            return Optional.empty();
        }
    }

    private static boolean isDomain(String domain) {
        var labels = domain.split("\\.", -1);
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length > 1 && !FIGURES.matcher(labels[labels.length - 1]).matches();
    }
}
