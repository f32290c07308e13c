package org.pizzaorders.web.front;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A network such as {@code 10.0.0.0/8} or {@code fd00::/8}, or a single address. Uses no DNS. */
record Network(byte[] address, int bits) {

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** The longest text of an address; longer ones are not parsed. */
    private static final int LONGEST = 45;

    static Network parse(String text) {
        var slash = text.indexOf('/');
        var address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address.length == 0) {
            throw new IllegalArgumentException("pizza.http.trusted-proxies: no address in " + text);
        }
        return new Network(
                address, slash < 0 ? address.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1)));
    }

    /**
     * @param text as containers and proxies write it, possibly with brackets or a port
     */
    boolean has(String text) {
        var other = bytes(bare(text));
        if (other.length != address.length) {
            return false;
        }
        var differ = new BigInteger(1, other).xor(new BigInteger(1, address));
        return differ.bitLength() <= address.length * Byte.SIZE - bits;
    }

    private static String bare(String text) {
        if (text.startsWith("[")) {
            return text.substring(1, Math.max(1, text.indexOf(']')));
        }
        var colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    /** Empty if the text is not an address. */
    private static byte[] bytes(String text) {
        try {
            return text.length() <= LONGEST && LITERAL.matcher(text).matches()
                    ? InetAddress.getByName(text).getAddress()
                    : new byte[0];
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
