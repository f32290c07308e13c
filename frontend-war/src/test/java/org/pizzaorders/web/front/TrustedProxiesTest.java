package org.pizzaorders.web.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies("10.0.0.0/8, fd00::/8, 192.0.2.7");

    @Test
    void readsNoAddressThatIsLongerThanAny() {
        var network = Network.parse("fd00::/8");
        var endless = ":".repeat(200_000) + "x";

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> network.has("[" + endless + "]")))
                .isFalse();
    }

    @Test
    void headersOfStrangersAreNotTrusted() {
        var origin = proxies.origin(request("203.0.113.9", Map.of("Forwarded", "proto=https;host=evil.example")));

        assertThat(origin).hasToString("http://shop:8080");
    }

    @Test
    void headersThatTheClientSentThroughTheProxyAreNotTrusted() {
        var spoofed = "proto=gopher;host=evil.example, for=203.0.113.9;proto=https;host=shop.example";

        assertThat(proxies.origin(request("10.1.2.3", Map.of("Forwarded", spoofed))))
                .hasToString("https://shop.example");
        assertThat(proxies.origin(request("10.1.2.3", Map.of("X-Forwarded-Host", "evil.example, shop.example"))))
                .hasToString("http://shop.example");
    }

    @Test
    void aChainOfTrustedProxiesIsFollowedToItsFirst() {
        var chain = "for=203.0.113.9;proto=https;host=shop.example, for=\"[fd00::1]:4711\";proto=http;host=inner";

        assertThat(proxies.origin(request("192.0.2.7", Map.of("Forwarded", chain))))
                .hasToString("https://shop.example");
    }

    @Test
    void theConventionHasPorts() {
        var headers =
                Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "shop.example", "X-Forwarded-Port", "8443");

        assertThat(proxies.origin(request("10.0.0.1", headers))).hasToString("https://shop.example:8443");
    }

    @Test
    void unreadableHeadersChangeNothing() {
        var headers = Map.of("X-Forwarded-Proto", "gopher", "X-Forwarded-Host", "a b/../", "X-Forwarded-Port", "99999");

        assertThat(proxies.origin(request("10.0.0.1", headers))).hasToString("http://shop:8080");
    }

    @Test
    void nobodyIsTrustedByDefaultAndNoNameServerAsked() {
        assertThat(new TrustedProxies("").origin(request("127.0.0.1", Map.of("Forwarded", "host=x"))))
                .hasToString("http://shop:8080");
        assertThatThrownBy(() -> new TrustedProxies("proxy.example")).hasMessageContaining("trusted-proxies");
    }

    private static HttpServletRequest request(String from, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                TrustedProxiesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> from;
                    case "getScheme" -> "http";
                    case "getServerName" -> "shop";
                    case "getServerPort" -> 8080;
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey(arguments[0]) ? List.of(headers.get(arguments[0])) : List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
