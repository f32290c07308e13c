package org.pizzaorders.notification.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Stores the values for a template as JSON text. */
@Converter
public class JsonData implements AttributeConverter<Map<String, Object>, String> {

    /** Numbers keep the form in which they were written. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Object> data) {
        return MAPPER.writeValueAsString(data);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String json) {
        return json == null ? Map.of() : MAPPER.readValue(json, MAP);
    }
}
