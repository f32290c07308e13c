package org.pizzaorders.system;

import static org.pizzaorders.system.Row.row;

import java.util.List;

/** An order as programs send it that were told a payload and a type, and little else. */
final class PayloadRows {

    private static final String ORDER = Shop.wish("payload-rows@pizza.test", "CARD", "tok_visa");
    private static final String JSON = "Content-Type: application/json";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PayloadRows() {}

    static List<Row> all() {
        return List.of(
                order("three types", "Content-Type: text/plain", "Content-Type: text/html", JSON)
                        .is(201),
                order("two types in odd letters", "content-type:TEXT/PLAIN", "CONTENT-TYPE:Application/JSON")
                        .is(201),
                order("tabs about a type", "Content-Type:\tapplication/json\t").is(201),
                order("an empty type, and JSON", "Content-Type:", JSON).is(201),
                order("a list that begins with nothing", "Content-Type: , application/json")
                        .is(201),
                order("a list that ends with nothing", "Content-Type: application/json,")
                        .is(201),
                order("JSON as a parameter of something else", "Content-Type: text/plain; x=\"a, application/json\"")
                        .is(415),
                order("two types, one of them in another charset", JSON + ";charset=utf-16", "Content-Type: text/plain")
                        .is(415),
                order("what it takes in two lines", JSON, "Accept: text/html", "Accept: application/json")
                        .is(201),
                order("two keys", JSON, "Idempotency-Key: one", "Idempotency-Key: two")
                        .is(400),
                order("a key in two words", JSON, "Idempotency-Key: one, two").is(400),
                order("an empty key", JSON, "Idempotency-Key:").is(400),
                payload("lines of Windows", ORDER.replace("\n", "\r\n") + "\r\n")
                        .is(201),
                payload("a byte order mark of Windows", BYTE_ORDER_MARK + ORDER).is(201),
                payload("two of them", BYTE_ORDER_MARK + BYTE_ORDER_MARK + ORDER)
                        .is(400),
                payload("blank lines about it", "\n\n" + ORDER + "\n\n").is(201),
                payload("the payload twice", ORDER + ORDER).is(400),
                payload("nothing but blanks", " \n").is(400),
                row("a slash behind", "POST /api/v1/orders/")
                        .with(JSON)
                        .body(ORDER)
                        .is(201));
    }

    private static Row order(String what, String... headers) {
        return row(what, "POST /api/v1/orders").with(headers).body(ORDER);
    }

    private static Row payload(String what, String body) {
        return row(what, "POST /api/v1/orders").with(JSON).body(body);
    }
}
