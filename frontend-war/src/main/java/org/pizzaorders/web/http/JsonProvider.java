package org.pizzaorders.web.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.pizzaorders.web.json.Json;

/**
 * Reads and writes the records of the API, and checks the constraints of a body. It is a provider for {@code Record}
 * and not for {@code Object}, because the more specific type wins over the servers' own JSON providers. Among providers
 * of the same type Jersey's choice varies from deployment to deployment.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
public class JsonProvider implements MessageBodyReader<Record>, MessageBodyWriter<Record> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    /**
     * @return null for an empty body; the resource decides whether it is allowed
     */
    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        var body = new PushbackInputStream(in);
        var first = body.read();
        if (first < 0) {
            return null;
        }
        body.unread(first);
        var value = (Record) Json.read(body, generic);
        return value == null ? null : Constraints.check(value);
    }

    @Override
    public void writeTo(
            Record value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        Json.write(value, out);
    }
}
