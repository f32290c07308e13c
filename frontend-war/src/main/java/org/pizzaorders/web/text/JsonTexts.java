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
 * Checks all texts of a document, values and names, before it is mapped to objects, including parts of free type. It
 * refuses texts that a database would change or could not store.
 */
public final class JsonTexts {

    /** The name of the whole document in errors. */
    private static final String BODY = "body";

    private JsonTexts() {}

    /**
     * The fields with invalid text, by their path in the request.
     *
     * @throws JacksonException where it stops being JSON
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

    /** Whether the bytes are strictly valid UTF-8; parsers accept some that are not. */
    public static boolean areUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The path of the reader's position, for the client. */
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
