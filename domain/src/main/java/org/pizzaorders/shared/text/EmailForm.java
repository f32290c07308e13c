package org.pizzaorders.shared.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of e-mail addresses that any mail server can be asked to reach: the part before the sign in plain letters and
 * unquoted (RFC 5321, {@code Dot-string}), the domain a name with a dot in it, in any script. What has no such form is
 * legal here and there, and reaches hardly anybody: quoted parts, comments, addresses of machines, letters other than
 * ASCII before the sign.
 */
final class EmailForm {

    static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern FIGURES = Pattern.compile("[0-9]+");

    /** IDNA 2003, which the JDK speaks, makes other domains of these than IDNA 2008: somebody else's. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private EmailForm() {}

    /** The address as mail servers know it, its domain in ASCII; empty if it has no form that they do. */
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
            // The JDK fails so at some of what is no domain.
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
