package org.pizzaorders.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonProviderTest {

    record Body(String name) {}

    private final JsonProvider provider = new JsonProvider();

    @Test
    void isNearerToRecordsThanProvidersOfAnyObject() {
        assertThat(Arrays.stream(JsonProvider.class.getGenericInterfaces()).map(Object::toString))
                .allMatch(face -> face.endsWith("<java.lang.Record>"));
    }

    @Test
    void leavesEverythingElseToTheServer() {
        assertThat(provider.isReadable(Body.class, Body.class, null, null)).isTrue();
        assertThat(List.of(String.class, byte[].class, Map.class))
                .noneMatch(type -> provider.isWriteable(type, type, null, null));
    }

    @Test
    void takesAnEmptyBodyForNone() throws IOException {
        assertThat(read("")).isNull();
        assertThat(read("null")).isNull();
        assertThat(read("{\"name\":\"Anna\"}")).isEqualTo(new Body("Anna"));
    }

    @SuppressWarnings("unchecked")
    private Record read(String json) throws IOException {
        var type = (Class<Record>) (Class<?>) Body.class;
        return provider.readFrom(type, Body.class, null, null, null, new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
