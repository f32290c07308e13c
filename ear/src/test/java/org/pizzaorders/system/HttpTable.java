package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.system.Row.row;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How HTTP is answered, whatever the server. */
final class HttpTable {

    private static final String ORDER = Shop.wish("http-table@pizza.test", "CARD", "tok_visa");
    private static final String UNKNOWN = "/api/v1/orders/0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11";
    private static final String JSON = "Content-Type: application/json";

    private HttpTable() {}

    static Stream<Row> rows() {
        return Stream.of(
                        types(),
                        bodies(),
                        none(),
                        negotiation(),
                        validators(),
                        heads(),
                        compression(),
                        documents(),
                        paths(),
                        AddressRows.all(),
                        PayloadRows.all())
                .flatMap(List::stream);
    }

    /** What the body is said to be. */
    private static List<Row> types() {
        return List.of(
                order("two types, JSON last, as Apache Bench sends them", "Content-type: text/plain", JSON)
                        .version("HTTP/1.0")
                        .is(201),
                order("two types, JSON first", JSON, "Content-Type: text/plain").is(201),
                order("two types by a comma", "Content-Type: text/plain, application/json")
                        .is(201),
                order("two types by a comma, JSON first", "Content-Type: application/json,text/plain")
                        .is(201),
                order("the same type twice", JSON, JSON).is(201),
                order("a form by default, and JSON", "Content-Type: application/x-www-form-urlencoded", JSON)
                        .is(201),
                order("utf8 without its hyphen", JSON + ";charset=utf8").is(201),
                order("a charset in quotes", JSON + "; charset=\"UTF-8\"").is(201),
                order("a parameter that nobody knows", JSON + "; version=1").is(201),
                order("an empty parameter", JSON + ";").is(201),
                order("another charset", JSON + ";charset=iso-8859-1")
                        .is(415)
                        .and(header("Accept", "application/json")),
                order("no JSON among two", "Content-Type: text/plain", "Content-Type: text/html")
                        .is(415),
                order("plain text", "Content-Type: text/plain").is(415),
                order("a form", "Content-Type: application/x-www-form-urlencoded")
                        .is(415),
                order("no type").is(415),
                order("an empty type", "Content-Type:").is(415),
                order("no media type at all", "Content-Type: ;;;/").is(415),
                order("JSON of another kind", "Content-Type: application/vnd.api+json")
                        .is(415));
    }

    /** How the body is coded. */
    private static List<Row> bodies() {
        return List.of(
                row("gzip", "POST /api/v1/orders").with(JSON).gzipped(ORDER).is(201),
                row("gzip that inflates beyond the bound", "POST /api/v1/orders")
                        .with(JSON)
                        .gzipped(ORDER.replace("Moscow", " ".repeat(30_000_000)))
                        .is(413),
                order("said to be gzip", JSON, "Content-Encoding: gzip").is(400),
                row("gzip that breaks off", "POST /api/v1/orders")
                        .with(JSON, "Content-Encoding: gzip")
                        .body(new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0})
                        .is(400),
                order("as it is, in words", JSON, "Content-Encoding: identity").is(201),
                order("br", JSON, "Content-Encoding: br").is(415).and(header("Accept-Encoding", "gzip")),
                order("deflate", JSON, "Content-Encoding: deflate").is(415).and(header("Accept-Encoding", "gzip")),
                order("gzip twice", JSON, "Content-Encoding: gzip, gzip").is(415),
                row("in chunks", "POST /api/v1/orders")
                        .with(JSON, "Transfer-Encoding: chunked")
                        .chunked(ORDER)
                        .is(201));
    }

    /** Bodies that are not there: nothing is refused for what it would have been. */
    private static List<Row> none() {
        var cancel = "POST " + UNKNOWN + "/cancellation";
        return List.of(
                row("no body, no type, no length", cancel).is(404),
                row("length 0, no type", cancel).with("Content-Length: 0").is(404),
                row("length 0, a form", cancel)
                        .with("Content-Type: application/x-www-form-urlencoded", "Content-Length: 0")
                        .is(404),
                row("length 0, text", cancel)
                        .with("Content-Type: text/plain", "Content-Length: 0")
                        .is(404),
                row("length 0, gzip", cancel)
                        .with("Content-Encoding: br", "Content-Length: 0")
                        .is(404),
                row("no chunks", cancel)
                        .with("Transfer-Encoding: chunked")
                        .chunked("")
                        .is(404),
                row("a body that is needed", "POST /api/v1/orders")
                        .with("Content-Length: 0")
                        .is(400),
                row("a type at a GET", "GET /api/v1/menu")
                        .with("Content-Type: text/plain")
                        .is(200));
    }

    /** What the client takes. */
    private static List<Row> negotiation() {
        return List.of(
                accepts("a weight that is no number", "application/json;q=abc").is(200),
                accepts("a weight above one", "application/json;q=7").is(200),
                accepts("a weight that is left out", "application/json;q=").is(200),
                accepts("no media type at all", "foo bar").is(200),
                accepts("nothing", "").is(200),
                accepts("anything", "*/*").is(200),
                accepts("Java's old way to say anything", "text/html, image/gif, *; q=.2, */*; q=.2")
                        .is(200),
                accepts("a browser's", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                        .is(200),
                accepts("another charset", "application/json;charset=iso-8859-1")
                        .is(200)
                        .and(header("Content-Type", "application/json"))
                        .and(body("₽|Маргарита|Margherita")),
                row("a charset", "GET /api/v1/menu")
                        .with("Accept-Charset: iso-8859-1")
                        .is(200)
                        .and(header("Content-Type", "application/json")),
                accepts("JSON never", "application/json;q=0").is(406),
                accepts("anything but JSON", "*/*, application/json;q=0").is(406),
                accepts("XML", "application/xml").is(406),
                speaks("Russian", "ru").and(header("Content-Language", "ru")),
                speaks("anything but Russian", "ru;q=0, en;q=0.5").and(header("Content-Language", "en")),
                speaks("not Russian", "ru;q=0").and(header("Content-Language", "en")),
                speaks("English, rather Russian", "en;q=0.3, ru;q=0.9").and(header("Content-Language", "ru")),
                speaks("a weight that is no number", "ru;q=abc").and(header("Content-Language", "en")),
                speaks("no language at all", "???").and(header("Content-Language", "en")));
    }

    private static List<Row> validators() {
        return List.of(
                condition("no quotes", "If-None-Match: abc").is(200),
                condition("one quote", "If-None-Match: \"abc").is(200),
                condition("nothing", "If-None-Match:").is(200),
                condition("commas", "If-None-Match: ,,,").is(200),
                condition("another tag", "If-None-Match: \"abc\"").is(200),
                condition("another weak tag", "If-None-Match: W/\"abc\"").is(200),
                condition("any tag", "If-None-Match: *").is(304),
                condition("no quotes, to match", "If-Match: abc").is(200),
                condition("any, to match", "If-Match: *").is(200),
                condition("another tag, to match", "If-Match: \"abc\"").is(412),
                condition("no date", "If-Modified-Since: yesterday").is(200),
                condition("no date, unchanged", "If-Unmodified-Since: yesterday")
                        .is(200));
    }

    private static List<Row> heads() {
        Consumer<RawAnswer> tellsItsLength = answer -> {
            assertThat(Long.parseLong(answer.header("Content-Length"))).isGreaterThan(20);
            assertThat(answer.content()).isEmpty();
        };
        return Stream.of("/api/v1/menu", "/api/v1/menu/margherita", "/api/v1/orders", "/openapi", "/health/live", "/")
                .map(path -> row("head", "HEAD " + path).is(200).and(tellsItsLength))
                .toList();
    }

    private static List<Row> compression() {
        Consumer<RawAnswer> gzipped = header("Content-Encoding", "gzip").andThen(header("Vary", ".*Accept-Encoding.*"));
        Consumer<RawAnswer> plain =
                answer -> assertThat(answer.headers("Content-Encoding")).isEmpty();
        return List.of(
                packed("/openapi", "gzip").and(gzipped).and(body("\"openapi\"")),
                packed("/api/v1/menu", "gzip, deflate, br").and(gzipped).and(body("\"items\"")),
                packed("/js/main.js", "gzip").is(200),
                packed("/openapi", "*").and(gzipped),
                packed("/openapi", "gzip;q=0, *").and(plain),
                packed("/openapi", "br").and(plain),
                packed("/openapi", "gzip;q=abc").and(plain),
                packed("/openapi", "").and(plain));
    }

    private static List<Row> documents() {
        return List.of(
                row("the document", "GET /openapi").is(200).and(body("Pizza Orders")),
                row("the document, with a slash", "GET /openapi/").is(200).and(body("Pizza Orders")),
                row("below the document", "GET /openapi/other").is(404),
                row("a document that is sent", "POST /openapi")
                        .with("Content-Length: 0")
                        .is(405));
    }

    /** Paths that servers and proxies read differently. */
    private static List<Row> paths() {
        var odd = Stream.of(
                "/api/v1/orders/%zz",
                "/api/v1/orders/%",
                "/api/v1/orders/a%2",
                "/api/v1/%u0041",
                "/%zz",
                "/api/v1/orders/%00",
                "/api/v1/orders/%0d%0a",
                "/api/v1/orders/%ff%fe",
                "/api/v1/orders/..%2f..%2f",
                "/api/v1/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/api/v1/../../../etc/passwd",
                "/api/v1/menu/%2e%2e/orders",
                "/api/v1/./menu",
                "/api/v1/menu;v=1",
                "/api/v1/menu%3bv=1",
                "/api;/v1/menu",
                "/api/v1//menu",
                "//api/v1/menu",
                "/api/v1/menu//",
                "/api\\v1\\menu",
                "/api/v1/menu%5cmargherita",
                "/api/v1/menu%2fmargherita",
                "/api/v1/menu?limit=%zz",
                "/api/v1/orders?status=%");
        return odd.flatMap(path -> Stream.of("GET", "POST", "DELETE")
                        .map(method -> row("an odd path", method + " " + path)
                                .with("Content-Length: 0")
                                .is(400)))
                .toList();
    }

    private static Row order(String what, String... headers) {
        return row(what, "POST /api/v1/orders").with(headers).body(ORDER);
    }

    private static Row accepts(String what, String accept) {
        return row("accepts " + what, "GET /api/v1/menu").with("Accept: " + accept);
    }

    private static Row speaks(String what, String languages) {
        return row("speaks " + what, "GET /api/v1/menu/margherita")
                .with("Accept-Language: " + languages)
                .is(200);
    }

    private static Row condition(String what, String header) {
        return row("condition of " + what, "GET /api/v1/menu/margherita").with(header);
    }

    private static Row packed(String path, String codings) {
        return row("takes " + codings, "GET " + path)
                .with("Accept-Encoding: " + codings)
                .is(200);
    }

    private static Consumer<RawAnswer> header(String name, String pattern) {
        return answer -> assertThat(answer.header(name)).as(name).matches(pattern);
    }

    private static Consumer<RawAnswer> body(String pattern) {
        return answer -> assertThat(answer.body()).containsPattern(pattern);
    }
}
