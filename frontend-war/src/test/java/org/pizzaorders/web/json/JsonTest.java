package org.pizzaorders.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.FieldError;

class JsonTest {

    enum Size {
        SMALL,
        LARGE
    }

    record Line(String pizza, Size size, Integer quantity, Long price, Boolean hot) {}

    record Body(String address, List<Line> lines, Instant at, List<String> tags) {}

    @Test
    void readsWhatItWrites() throws IOException {
        var body =
                new Body("Тверская 1", List.of(new Line("a", Size.LARGE, 2, 59_900L, true)), Instant.EPOCH, List.of());

        var json = Json.bytes(body);

        assertThat(new String(json, UTF_8))
                .isEqualTo("{\"address\":\"Тверская 1\",\"lines\":[{\"pizza\":\"a\",\"size\":\"LARGE\",\"quantity\":2,"
                        + "\"price\":59900,\"hot\":true}],\"at\":\"1970-01-01T00:00:00Z\",\"tags\":[]}");
        assertThat(Json.read(new ByteArrayInputStream(json), Body.class)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"lines":[{"pizza":1}]}               | lines[0].pizza    | must be a string
                    {"lines":[{"pizza":true}]}            | lines[0].pizza    | must be a string
                    {"lines":[{},{"quantity":"1"}]}       | lines[1].quantity | must be a whole number
                    {"lines":[{"quantity":1.0}]}          | lines[0].quantity | must be a whole number
                    {"lines":[{"price":"1"}]}             | lines[0].price    | must be a whole number
                    {"lines":[{"price":1e3}]}             | lines[0].price    | must be a whole number
                    {"lines":[{"price":true}]}            | lines[0].price    | must be a whole number
                    {"lines":[{"quantity":3000000000}]}   | lines[0].quantity | must be a whole number within its range
                    {"lines":[{"size":"HUGE"}]}           | lines[0].size     | must be one of SMALL, LARGE
                    {"lines":[{"size":""}]}               | lines[0].size     | must be one of SMALL, LARGE
                    {"lines":[{"size":1}]}                | lines[0].size     | must be one of SMALL, LARGE
                    {"lines":[{"size":" SMALL"}]}         | lines[0].size     | must be one of SMALL, LARGE
                    {"lines":[{"size":"SMALL\\t"}]}       | lines[0].size     | must be one of SMALL, LARGE
                    {"lines":[{"size":["SMALL"]}]}        | lines[0].size     | must be one of SMALL, LARGE
                    {"lines":[[{}]]}                      | lines[0]          | must be an object
                    {"lines":[{"hot":"true"}]}            | lines[0].hot      | must be true or false
                    {"lines":{}}                          | lines             | must be a list
                    {"lines":[1]}                         | lines[0]          | must be an object
                    []                                    | body              | must be an object
                    "x"                                   | body              | must be an object
                    {"lines":[{"price":1,"tip":2}]}       | lines[0].tip      | is not known here; known are pizza, size, quantity, price, hot
                    """)
    void namesTheFieldAndWhatItTakes(String json, String field, String message) {
        var refusal = refusal(json);

        assertThat(refusal.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refusal.errors()).containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"address":                        | is not well-formed JSON in UTF-8: line 1
                    hello                              | is not well-formed JSON in UTF-8: line 1
                    {"address":"a","address":"b"}      | has the same field twice: line 1
                    {} {}                              | goes on after the end of the document: line 1
                    """)
    void saysWhereABodyIsNoLongerJson(String json, String message) {
        var refusal = refusal(json);

        assertThat(refusal.code()).isEqualTo("MALFORMED_JSON");
        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("body");
            assertThat(error.message()).startsWith(message).contains(", column ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"tags\":[[\"a\"]]}", "{\"tags\":[\"a\",[\"b\",\"c\"]],\"address\":\"a\"}", "{\"tags\":[[]]}"})
    void saysThatAListStandsWhereATextBelongs(String json) {
        assertThat(refusal(json).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .satisfiesAnyOf(
                                message -> assertThat(message).startsWith("has a list where a text belongs"),
                                message -> assertThat(message).isEqualTo("must be a string")));
    }

    @Test
    void refusesNestingThatNoOrderHas() {
        record Free(Object anything) {}
        var deep = "{\"anything\":" + "[".repeat(1_000);

        var refusal = catchThrowableOfType(
                DomainException.class, () -> Json.read(new ByteArrayInputStream(deep.getBytes(UTF_8)), Free.class));

        assertThat(refusal.errors().get(0).message()).startsWith("is nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"address\":\"anna@example.com", "{\"lines\":[{\"size\":\"anna@example.com\"}]}"})
    void repeatsNothingThatMayBePersonal(String json) {
        var refusal = refusal(json);

        assertThat(refusal.getMessage() + refusal.errors()).doesNotContain("anna");
    }

    /** Stored they would be something else, or nothing: a question mark, or an error of the database. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"address":"\\ud800"}                      | address
                    {"address":"a\\udc00b"}                    | address
                    {"address":"\\udf55\\ud83c"}              | address
                    {"address":"\\u0000"}                      | address
                    {"lines":[{},{"pizza":"\\ud83c"}]}         | lines[1].pizza
                    {"unknown":["\\ud83c"]}                    | unknown[0]
                    """)
    void namesTheFieldWhoseTextIsNoText(String json, String field) {
        assertThat(refusal(json).errors()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void refusesHalvesOfPairsThatAreNotEscapedEither() {
        var json = "{\"address\":\"ab?\"}".getBytes(UTF_8);
        var raw = new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        System.arraycopy(raw, 0, json, json.length - 5, raw.length);

        var refusal = catchThrowableOfType(
                DomainException.class, () -> Json.read(new ByteArrayInputStream(json), Body.class));

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lines\":[{\"\\ud83c\":1}]}", "{\"\\u0000\":1}"})
    void refusesSuchNamesOfFields(String json) {
        assertThat(refusal(json).errors()).hasSize(1);
    }

    @Test
    void takesWholePairsHoweverTheyAreWritten() throws IOException {
        var json = "{\"address\":\"\uD83C\uDF55\\ud83c\\udf55\"}".getBytes(UTF_8);

        assertThat(Json.read(new ByteArrayInputStream(json), Body.class))
                .isEqualTo(new Body("\uD83C\uDF55\uD83C\uDF55", null, null, null));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var latin1 = new byte[] {'{', '"', 'a', 'd', 'd', 'r', 'e', 's', 's', '"', ':', '"', (byte) 0xe9, '"', '}'};

        var refusal = catchThrowableOfType(
                DomainException.class, () -> Json.read(new ByteArrayInputStream(latin1), Body.class));

        assertThat(refusal.code()).isEqualTo("MALFORMED_JSON");
    }

    /** Parsers find out by themselves in which of them a body is. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void refusesOtherFormsOfUnicode(String charset) {
        var bytes = "{\"address\":\"a\"}".getBytes(Charset.forName(charset));

        var refusal = catchThrowableOfType(
                DomainException.class, () -> Json.read(new ByteArrayInputStream(bytes), Body.class));

        assertThat(refusal.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void readsFiguresOfFreeValuesAsTheyAreWritten() throws IOException {
        record Free(Map<String, Object> data) {}
        var json = "{\"data\":{\"a\":1.10,\"b\":0.1234567890123456789,\"c\":1e-400,\"d\":7}}";

        var read = (Free) Json.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Free.class);

        assertThat(read.data()).hasToString("{a=1.10, b=0.1234567890123456789, c=1E-400, d=7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "-0e999999999999999999"})
    void refusesFiguresThatAreOutOfAllBounds(String number) {
        record Free(Map<String, Object> data) {}
        var json = "{\"data\":{\"a\":" + number + "}}";

        var refusal = catchThrowableOfType(
                DomainException.class, () -> Json.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Free.class));

        assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
    }

    @Test
    void namesNoMoreFaultsThanAnybodyReads() {
        var json = "{\"tags\":[" + "\"\\ud800\",".repeat(5_000) + "\"\"]}";

        assertThat(refusal(json).errors()).hasSize(100);
    }

    private static DomainException refusal(String json) {
        return catchThrowableOfType(
                DomainException.class, () -> Json.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Body.class));
    }
}
