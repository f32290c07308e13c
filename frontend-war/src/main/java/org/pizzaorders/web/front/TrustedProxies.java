package org.pizzaorders.web.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pizzaorders.web.http.QuotedText;

/**
 * Trusts forwarding headers only from proxies with an address in {@code pizza.http.trusted-proxies}. From others {@code
 * Forwarded} and {@code X-Forwarded-*} are ignored.
 */
final class TrustedProxies {

    private final List<Network> networks;

    /**
     * @param setting addresses and networks, separated by commas; empty for none
     */
    TrustedProxies(String setting) {
        networks = Stream.of(setting.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::parse)
                .toList();
    }

    Origin origin(HttpServletRequest request) {
        var own = new Origin(request.getScheme(), request.getServerName(), request.getServerPort());
        if (!trusts(request.getRemoteAddr())) {
            return own;
        }
        var forwarded = list(request, "Forwarded");
        return forwarded.isEmpty() ? byConvention(own, request) : byStandard(own, forwarded, request.getRemoteAddr());
    }

    private boolean trusts(String address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    /** Each proxy appends what it saw. So the list is read from the end, as far as the proxies are trusted. */
    private Origin byStandard(Origin own, List<String> forwarded, String from) {
        var origin = own;
        var sender = from;
        for (var at = forwarded.size() - 1; at >= 0 && trusts(sender); at--) {
            var said = pairs(forwarded.get(at));
            origin = origin.with(said.get("proto"), said.get("host"));
            sender = said.getOrDefault("for", "");
        }
        return origin;
    }

    private static Map<String, String> pairs(String element) {
        var pairs = new HashMap<String, String>();
        for (var pair : QuotedText.split(element, ';')) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                pairs.put(parts[0].strip().toLowerCase(Locale.ROOT), unquoted(parts[1].strip()));
            }
        }
        return pairs;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static Origin byConvention(Origin own, HttpServletRequest request) {
        return own.with(last(request, "X-Forwarded-Proto"), last(request, "X-Forwarded-Host"))
                .withPort(last(request, "X-Forwarded-Port"));
    }

    /** The nearest proxy's. */
    private static String last(HttpServletRequest request, String name) {
        var values = list(request, name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private static List<String> list(HttpServletRequest request, String name) {
        var text = String.join(",", Collections.list(request.getHeaders(name)));
        return text.isBlank() ? List.of() : QuotedText.split(text, ',');
    }
}
