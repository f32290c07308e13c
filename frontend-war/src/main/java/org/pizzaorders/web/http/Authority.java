package org.pizzaorders.web.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host name in a request, with or without a port. Invalid ones are refused on each server (RFC 9112, section 3.2).
 * Otherwise Payara would answer some with an empty 200, and other servers would copy them into {@code Location}.
 */
public final class Authority {

    private static final String NAME = "[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}]";
    private static final Pattern FORM = Pattern.compile("(" + NAME + ")(?::([0-9]{0,5}))?");
    private static final Pattern ABSOLUTE =
            Pattern.compile("https?://(?:" + NAME + ")(?::[0-9]{0,5})?(/.*|$)", Pattern.CASE_INSENSITIVE);

    private Authority() {}

    /** @param hosts values of the header {@code Host}: none, as in HTTP/1.0, or one */
    public static boolean isPlain(List<String> hosts) {
        return hosts.isEmpty() || hosts.size() == 1 && match(hosts.get(0)).matches();
    }

    /** Its name in group 1, its port, null or empty for none, in group 2. */
    public static Matcher match(String text) {
        return FORM.matcher(text);
    }

    /**
     * The requested path. Clients may send the absolute URL, as to a proxy.
     *
     * @param target as it was sent, without a query
     */
    public static String path(String target) {
        var absolute = ABSOLUTE.matcher(target);
        if (!absolute.matches()) {
            return target;
        }
        return absolute.group(1).isEmpty() ? "/" : absolute.group(1);
    }
}
