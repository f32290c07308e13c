package org.pizzaorders.local.simulator.messages;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Json;
import org.pizzaorders.local.simulator.books.SentMessage;
import org.pizzaorders.local.simulator.books.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The gateway for SMS, push and webhooks. It accepts {@code {"id","to","title","text","data"}} and stores one message per
 * idempotency key (or id). A recipient that contains {@code fail} gets 503, for tests of retries.
 */
public final class Gateway {

    private final World world;
    private final Clock clock;

    public Gateway(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    public Answer send(String channel, String key, String body) {
        JsonNode message;
        try {
            message = Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            return Answer.of(400, Json.write(Map.of("error", "The body is not JSON.")));
        }
        String to = text(message, "to").orElse("");
        if (to.isBlank()) {
            return Answer.of(400, Json.write(Map.of("error", "The recipient \"to\" is missing.")));
        }
        if (to.contains("fail")) {
            return Answer.of(503, Json.write(Map.of("error", "The recipient cannot be reached now.")));
        }
        String id = Optional.ofNullable(key)
                .or(() -> text(message, "id"))
                .orElseGet(() -> UUID.randomUUID().toString());
        world.keep(new SentMessage(
                channel.toUpperCase(Locale.ROOT), to, subject(message), content(message), clock.instant(), id, id));
        return Answer.of(202, Json.write(Map.of("id", id)));
    }

    private static String subject(JsonNode message) {
        return text(message, "title").or(() -> text(message, "subject")).orElse(null);
    }

    private static String content(JsonNode message) {
        return List.of("text", "body", "message").stream()
                .flatMap(field -> text(message, field).stream())
                .findFirst()
                .orElseGet(() -> message.path("data").toString());
    }

    private static Optional<String> text(JsonNode message, String field) {
        return Optional.of(message.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }
}
