package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.system.Row.row;

import java.util.List;
import java.util.stream.Stream;

/** What a client calls us, and what it may do where. */
final class AddressRows {

    private static final String UNKNOWN = "/api/v1/orders/0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11";
    private static final String JSON = "Content-Type: application/json";

    /** As it is on the first menu: putting it there changes nothing. */
    private static final String MARGHERITA = """
            {"name": "Margherita",
             "description": "The Neapolitan classic: tomatoes, tender mozzarella and fresh basil on a thin crust.",
             "ingredients": ["tomato sauce", "mozzarella", "tomatoes", "basil", "olive oil"],
             "imageUrl": "/images/pizzas/margherita.svg",
             "prices": [{"size": "SMALL", "amount": 44900}, {"size": "MEDIUM", "amount": 64900},
                        {"size": "LARGE", "amount": 84900}]}""";

    private AddressRows() {}

    static List<Row> all() {
        return Stream.of(hosts(), changes(), pages()).flatMap(List::stream).toList();
    }

    /** Names that are none: WildFly refuses most of them itself, in fewer words than we would. */
    static List<Row> oddHosts() {
        return Stream.concat(
                        Stream.of("", ":80", "a:b:c", "a:b", "a b", "a/b", "a,b", "a@b", "[::1", "<script>")
                                .map(host -> row("a host that is none", "POST " + UNKNOWN + "/cancellation")
                                        .with("Host: " + host, "Content-Length: 0")),
                        Stream.of(row("two hosts", "GET /api/v1/menu").with("Host: a", "Host: b")))
                .map(row -> row.is(400))
                .toList();
    }

    /** Under what name we are called. */
    private static List<Row> hosts() {
        return List.of(
                row("a name", "GET /api/v1/menu").with("Host: pizza_shop.test").is(200),
                row("a number with a port", "GET /api/v1/menu")
                        .with("Host: [::1]:80")
                        .is(200),
                row("a whole address, as to a proxy", "GET http://pizza.test/api/v1/menu")
                        .with("Host: pizza.test")
                        .is(200)
                        .and(answer -> assertThat(answer.body()).contains("\"items\"")),
                row("a whole address with an odd path", "GET http://pizza.test/api/v1/%zz")
                        .with("Host: pizza.test")
                        .is(400));
    }

    /** What may be changed under a condition. */
    private static List<Row> changes() {
        var nobodys = "\"0123456789abcdef0123456789abcdef\"";
        return List.of(
                changed("another tag", "If-Match: " + nobodys).is(412),
                changed("another weak tag", "If-Match: W/" + nobodys).is(412),
                changed("what must not be there", "If-None-Match: *").is(412),
                changed("no tag", "If-Match: abc").is(200),
                changed("any", "If-Match: *").is(200),
                row("withdrawn: another tag", "DELETE /api/v1/menu/margherita")
                        .with("If-Match: " + nobodys)
                        .is(412),
                row("withdrawn: what must not be there", "DELETE /api/v1/menu/margherita")
                        .with("If-None-Match: *")
                        .is(412));
    }

    /** Pages are read, whatever the server's own servlet for files makes of it. */
    private static List<Row> pages() {
        return Stream.of("/", "/js/main.js", "/orders/x", "/no-such-page", "/apix", "/openapi", "/health/live")
                .flatMap(path -> Stream.of("POST", "PUT", "DELETE", "PATCH", "PROPFIND", "get")
                        .map(method -> row("a page that is not read", method + " " + path)
                                .with("Content-Length: 0")
                                .is(405)))
                .toList();
    }

    private static Row changed(String what, String header) {
        return row("changed under the condition of " + what, "PUT /api/v1/menu/margherita")
                .with(JSON, header)
                .body(MARGHERITA);
    }
}
