package org.pizzaorders.system;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A text of the answer, by JSON pointer. */
    String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The fields that a problem complains about. */
    Stream<String> faultyFields() {
        return json().at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString());
    }

    @Override
    public String toString() {
        return status() + " " + response.body();
    }
}
