package org.pizzaorders.kafka.client;

/**
 * The login of a client, {@code some.LoginModule required username="x" password="y";}: it ends with a semicolon; a
 * quoted semicolon belongs to a value.
 */
public final class JaasLine {

    private static final String PROPERTY = "sasl.jaas.config";

    private JaasLine() {}

    /** Adds the semicolon that the client requires, if the property is such a line. */
    public static String completed(String property, String value) {
        return property.equals(PROPERTY) && !value.isEmpty() && !value.endsWith(";") ? value + ";" : value;
    }

    /**
     * @return the end of the part that begins at {@code start}: its semicolon, or the end of the text
     */
    static int end(String list, int start) {
        boolean quotes = list.substring(start).stripLeading().startsWith(PROPERTY);
        boolean quoted = false;
        for (int at = start; at < list.length(); at++) {
            char each = list.charAt(at);
            if (each == ';' && !quoted) {
                return at;
            }
            if (quotes && quoted && each == '\\') {
                at++;
            } else if (quotes && each == '"') {
                quoted = !quoted;
            }
        }
        return list.length();
    }
}
