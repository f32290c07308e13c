package org.pizzaorders.web.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.shared.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Looks through all texts of a document, values and names, before anything is made of them: also of those parts whose
 * type is free. What a database would store otherwise than it was written, or not at all, is refused.
 */
public final class JsonTexts {

    /** How errors name the document as a whole. */
    private static final String BODY = "body";

    private JsonTexts() {}

    /**
     * The fields whose text is none, by the path that the client wrote.
     *
     * @throws JacksonException where it ceases to be JSON
     */
    public static List<FieldError> faults(JsonParser document) {
        var faults = new ArrayList<FieldError>();
        for (var token = document.nextToken(); token != null; token = document.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME) {
                Texts.fault(document.currentName())
                        .ifPresent(what -> faults.add(new FieldError(
                                path(document.streamReadContext().getParent()), "has a field whose name " + what)));
            } else if (token == JsonToken.VALUE_STRING) {
                Texts.fault(document.getString())
                        .ifPresent(what -> faults.add(new FieldError(path(document.streamReadContext()), what)));
            }
        }
        return faults;
    }

    /** Whether the bytes are UTF-8 to the letter; parsers take some that are not. */
    public static boolean areUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** By which the client knows the place that a reader has come to. */
    public static String path(TokenStreamContext context) {
        var path = Optional.ofNullable(context).map(JsonTexts::steps).orElse("");
        return path.isEmpty() ? BODY : path;
    }

    /** From the root down: {@code items[0].name}. */
    private static String steps(TokenStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        var before = steps(context.getParent());
        if (context.inArray()) {
            return before + "[" + context.getCurrentIndex() + "]";
        }
        return before.isEmpty() ? context.currentName() : before + "." + context.currentName();
    }
}
