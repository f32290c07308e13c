package org.pizzaorders.web.front;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.web.http.Authority;

/** The address, without a path, under which a client reached us. */
record Origin(String scheme, String host, int port) {

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** Applies what a proxy says. Unreadable values change nothing. Both may be null. */
    Origin with(String scheme, String authority) {
        var known = Optional.ofNullable(scheme)
                .map(said -> said.strip().toLowerCase(Locale.ROOT))
                .filter(PORTS::containsKey)
                .orElse(this.scheme);
        var said = Authority.match(authority == null ? "" : authority.strip());
        if (!said.matches()) {
            return new Origin(known, host, known.equals(this.scheme) ? port : PORTS.get(known));
        }
        return new Origin(known, said.group(1), PORTS.get(known)).withPort(said.group(2));
    }

    /**
     * @param said null to keep the present one
     */
    Origin withPort(String said) {
        if (said == null || !said.strip().matches("[0-9]{1,5}")) {
            return this;
        }
        var number = Integer.parseInt(said.strip());
        return number == 0 || number > 0xffff ? this : new Origin(scheme, host, number);
    }

    @Override
    public String toString() {
        var name = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return scheme + "://" + name + (PORTS.getOrDefault(scheme, -1) == port ? "" : ":" + port);
    }
}
