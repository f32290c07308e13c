package org.pizzaorders.web.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.PriceChanged;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Money;
import org.pizzaorders.web.json.Json;

class ProblemMapperTest {

    private final ProblemMapper mapper = new ProblemMapper();
    private final Map<Object, Object> attributes = new HashMap<>();

    @BeforeEach
    void knowTheRequest() {
        mapper.uri = (UriInfo) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> URI.create("http://pizza.test/api/v1/orders?status=PAID"));
        mapper.request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> arguments.length == 1
                        ? attributes.get(arguments[0])
                        : attributes.put(arguments[0], arguments[1]));
    }

    @Test
    void writesAProblemDocument() {
        try (var bound = CallContext.of("call-1", null).bind()) {
            var answer = mapper.toResponse(new InvalidInput(List.of(new FieldError("items", "must not be empty"))));

            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getMediaType()).hasToString("application/problem+json");
            assertThat(new String(Json.bytes(answer.getEntity()), UTF_8))
                    .isEqualTo("{\"type\":\"urn:pizza-orders:problem:validation-failed\",\"title\":\"Bad Request\","
                            + "\"status\":400,\"detail\":\"The request is not valid: see errors.\","
                            + "\"instance\":\"/api/v1/orders\",\"code\":\"VALIDATION_FAILED\","
                            + "\"errors\":[{\"field\":\"items\",\"message\":\"must not be empty\"}],"
                            + "\"correlationId\":\"call-1\"}");
        }
    }

    @Test
    void givesTheClientWhatItNeedsToContinue() {
        var line = new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 84_900, 169_800);

        var answer = mapper.toResponse(new PriceChanged(List.of(line), new Money(169_800, "RUB")));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(new String(Json.bytes(answer.getEntity()), UTF_8))
                .contains("\"code\":\"PRICE_CHANGED\"")
                .endsWith(",\"items\":[{\"pizzaId\":\"margherita\",\"pizzaName\":\"Margherita\",\"size\":\"LARGE\","
                        + "\"quantity\":2,\"unitPrice\":84900,\"totalPrice\":169800}],"
                        + "\"totalAmount\":169800,\"currency\":\"RUB\"}");
    }

    @Test
    void saysWhatIsAllowedAndWhatIsTaken() {
        var notAllowed = mapper.toResponse(new NotAllowedException("GET", new String[] {"POST"}));
        var notSupported = mapper.toResponse(new NotSupportedException());

        assertThat(notAllowed.getHeaderString("Allow")).contains("GET", "POST");
        assertThat(notSupported.getHeaderString("Accept")).isEqualTo("application/json");
    }

    @Test
    void saysWhenToComeAgain() {
        var answer = mapper.toResponse(new RuntimeException(new java.net.ConnectException("refused")));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
    }
}
