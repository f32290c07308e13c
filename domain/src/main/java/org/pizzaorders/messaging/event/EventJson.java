package org.pizzaorders.messaging.event;

import static java.util.Objects.requireNonNull;

import org.pizzaorders.shared.DomainEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of events. Readers ignore unknown fields, so that changes can be additive. Known fields are read exactly as
 * written or refused: an amount that is rounded to an integer would be wrong money.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Enum,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private EventJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * @throws UnreadableEvent without the payload in its message; also if the event has no aggregate id
     */
    public static <T extends DomainEvent> T read(byte[] json, Class<T> type) {
        try {
            var event = MAPPER.readValue(json, type);
            requireNonNull(event.aggregateId());
            requireNonNull(event.partitionKey());
            return event;
        } catch (JacksonException e) {
            // Without the cause, because its message quotes the payload.
            throw new UnreadableEvent(type.getSimpleName() + " cannot be read from this payload ("
                    + e.getClass().getSimpleName() + place(e.getLocation()) + ")");
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
            throw new UnreadableEvent(type.getSimpleName() + " cannot be read from this payload");
        }
    }

    private static String place(TokenStreamLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }
}
