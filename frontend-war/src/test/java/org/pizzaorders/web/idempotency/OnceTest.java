package org.pizzaorders.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.idempotency.api.KeptAnswer;
import org.pizzaorders.idempotency.api.KeyedCall;
import org.pizzaorders.web.http.Caller;

class OnceTest {

    private final Once once = new Once();
    private final Memory memory = new Memory();
    private int made;

    @BeforeEach
    void knowTheCaller() {
        once.caller = new Caller();
    }

    @Test
    void doesNothingWithoutAKey() {
        var answer = once.answer(request(null), memory, this::make);

        assertThat(answer.getEntity()).isEqualTo(new Made(1));
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void repeatsTheSameAnswerAndSaysSo() {
        var key = new RequestKey("POST /api/v1/things", "key", new byte[] {1});

        var first = once.answer(request(key), memory, this::make);
        var second = once.answer(request(key), memory, this::make);

        assertThat(made).isEqualTo(1);
        assertThat(first.getHeaderString("Idempotent-Replayed")).isNull();
        assertThat(second.getHeaderString("Idempotent-Replayed")).isEqualTo("true");
        for (var answer : new Response[] {first, second}) {
            assertThat(answer.getStatus()).isEqualTo(201);
            assertThat(answer.getLocation()).isEqualTo(URI.create("/api/v1/things/1"));
            assertThat(answer.getHeaderString("ETag")).isEqualTo("\"tag\"");
            assertThat(answer.getMediaType()).hasToString("application/json");
            assertThat((byte[]) answer.getEntity()).isEqualTo("{\"number\":1}".getBytes(UTF_8));
        }
        assertThat(memory.kept).containsOnlyKeys("guest POST /api/v1/things key");
    }

    private Response make() {
        made++;
        return Response.created(URI.create("/api/v1/things/" + made))
                .tag("tag")
                .entity(new Made(made))
                .build();
    }

    record Made(int number) {}

    private static HttpServletRequest request(RequestKey key) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OnceTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> arguments[0].equals(RequestKey.PROPERTY) ? key : null);
    }

    /** Keeps answers as a service does, without a database. */
    private static final class Memory implements IdempotentCalls {

        final Map<String, KeptAnswer> kept = new HashMap<>();

        @Override
        public KeptAnswer answer(KeyedCall call, Supplier<KeptAnswer> work) {
            var name = call.scope() + " " + call.operation() + " " + call.key();
            var known = kept.get(name);
            if (known != null) {
                return new KeptAnswer(known.status(), known.location(), known.entityTag(), known.body(), true);
            }
            kept.put(name, work.get());
            return kept.get(name);
        }
    }
}
