package org.pizzaorders.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.web.ops.DeadLetterResource;
import org.pizzaorders.web.order.OrderResource;

class QueryParametersTest {

    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("status", "limit"));

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "&", "status=PAID&limit=5", "limit=5&", "st%61tus=a+b", "status=%D0%BF%F0%9F%8D%95", "status"
            })
    void takesWhatIsKnownOnce(String query) {
        assertThat(QueryParameters.faults(query, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    state=PAID              | state  | is not known here; known are status, limit
                    Status=PAID             | Status | is not known here; known are status, limit
                    limit=1&page=2          | page   | is not known here; known are status, limit
                    l%69mits=1              | limits | is not known here; known are status, limit
                    =1                      | ''     | is not known here; known are status, limit
                    limit=1&limit=1         | limit  | must be given once
                    limit=1&lim%69t=2       | limit  | must be given once
                    status=%ED%A0%80        | status | must be percent-encoded UTF-8
                    status=%E9              | status | must be percent-encoded UTF-8
                    status=%C0%AF           | status | must be percent-encoded UTF-8
                    status=a%00             | status | must not have the character U+0000
                    """)
    void namesWhatIsNot(String query, String field, String message) {
        assertThat(QueryParameters.faults(query, KNOWN)).containsExactly(new FieldError(field, message));
    }

    @Test
    void saysIfNoneIsKnown() {
        assertThat(QueryParameters.faults("x=1", Set.of()))
                .containsExactly(new FieldError("x", "is not known here; known are none"));
    }

    @Test
    void knowsWhatTheMethodsTake() throws NoSuchMethodException {
        var orders = OrderResource.class.getMethod("list", String.class, String.class, String.class);
        var order = OrderResource.class.getMethod("order", String.class);
        var letters = List.of(DeadLetterResource.class.getMethods()).stream()
                .filter(method -> method.getName().equals("list"))
                .findFirst()
                .orElseThrow();

        assertThat(KnownParameters.of(orders)).containsExactly("status", "limit", "cursor");
        assertThat(KnownParameters.of(order)).isEmpty();
        assertThat(KnownParameters.of(letters))
                .containsExactlyInAnyOrder(
                        "service",
                        "status",
                        "reason",
                        "type",
                        "fingerprint",
                        "olderThan",
                        "newerThan",
                        "limit",
                        "cursor");
    }
}
