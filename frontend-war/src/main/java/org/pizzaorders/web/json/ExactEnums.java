package org.pizzaorders.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Accepts only exact names of constants, because Jackson would also accept names with surrounding blanks. */
final class ExactEnums extends DelegatingDeserializer {

    private ExactEnums(ValueDeserializer<?> plain) {
        super(plain);
    }

    static JacksonModule module() {
        return new SimpleModule("exact-enums").setDeserializerModifier(new Wrapping());
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> plain) {
        return new ExactEnums(plain);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            var name = parser.getString();
            if (!name.equals(name.trim())) {
                return context.handleWeirdStringValue(handledType(), name, "has blanks about it");
            }
        }
        return super.deserialize(parser, context);
    }

    private static final class Wrapping extends ValueDeserializerModifier {

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> plain) {
            return new ExactEnums(plain);
        }
    }
}
