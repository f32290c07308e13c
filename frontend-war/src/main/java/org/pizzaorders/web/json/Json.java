package org.pizzaorders.web.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.web.text.JsonTexts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of the API. It reads strictly: no unknown or repeated fields, no numbers in place of strings or the reverse,
 * nothing after the end. If something were silently ignored or converted, the customer might get another order than
 * intended.
 */
public final class Json {

    /** The media type of an error (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    private static final int MAX_DEPTH = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Enum,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(ExactEnums.module())
            .build();

    private Json() {}

    /**
     * Reads a body.
     *
     * @return null for the body {@code null}
     * @throws org.pizzaorders.shared.DomainException if it is not JSON, or not of that type
     */
    public static Object read(InputStream body, Type type) throws IOException {
        var bytes = body.readAllBytes();
        try {
            checkTexts(bytes);
            return MAPPER.readValue(bytes, MAPPER.constructType(type));
        } catch (JacksonException e) {
            throw JsonFailure.explain(e);
        } catch (NumberFormatException e) {
            throw new MalformedJson(JsonFailure.OUT_OF_BOUNDS);
        }
    }

    /** Checks the texts before they become objects, so that not every object must check them. */
    private static void checkTexts(byte[] bytes) {
        var faults = faults(bytes);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        if (!JsonTexts.areUtf8(bytes) || hasZero(bytes)) {
            throw new MalformedJson(JsonFailure.NO_JSON);
        }
    }

    /** UTF-16 and UTF-32 documents contain zero bytes; UTF-8 documents never do. */
    private static boolean hasZero(byte[] bytes) {
        for (var each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static List<FieldError> faults(byte[] bytes) {
        try (var parser = MAPPER.createParser(bytes)) {
            try {
                return JsonTexts.faults(parser);
            } catch (JacksonException e) {
                if (JsonTexts.areUtf8(bytes)) {
                    throw e;
                }
                throw new MalformedJson(JsonTexts.path(parser.streamReadContext()), JsonFailure.NO_JSON);
            }
        }
    }

    /** The document, with numbers as written; empty if the bytes are not JSON. */
    public static Optional<JsonNode> tree(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes)).filter(node -> !node.isMissingNode());
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static void write(Object value, OutputStream out) {
        MAPPER.writeValue(out, value);
    }

    /** The JSON of an answer, for code that needs it before it is sent. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
