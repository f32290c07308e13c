package org.pizzaorders.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

class ConstraintsTest {

    record Inner(@NotNull(message = Constraints.NEEDED) String name) {}

    record Outer(
            @Pattern(regexp = Constraints.UUID, message = Constraints.ID)
            String id,

            @NotNull(message = Constraints.NEEDED) @Valid Inner one,
            List<@NotNull(message = Constraints.NEEDED) @Valid Inner> many,
            Map<String, @NotNull(message = Constraints.NEEDED) @Valid Inner> named) {}

    @Test
    void namesAllFaultsAtOnceByThePathsThatTheClientWrote() {
        var many = new ArrayList<Inner>();
        many.add(new Inner("fine"));
        many.add(new Inner(null));
        many.add(null);
        var named = new HashMap<String, Inner>();
        named.put("ru", new Inner(null));
        named.put("en", null);

        var refusal =
                catchThrowableOfType(InvalidInput.class, () -> Constraints.check(new Outer("17", null, many, named)));

        assertThat(refusal.errors())
                .containsExactly(
                        new FieldError("id", Constraints.ID),
                        new FieldError("many[1].name", "is needed"),
                        new FieldError("many[2]", "is needed"),
                        new FieldError("named.en", "is needed"),
                        new FieldError("named.ru.name", "is needed"),
                        new FieldError("one", "is needed"));
    }

    @Test
    void handsOnWhatIsInOrder() {
        var body = new Outer("0197F3A2-7c1e-7b3a-9d52-3f1f0a6f2b11", new Inner("a"), List.of(), Map.of());

        assertThat(Constraints.check(body)).isSameAs(body);
    }
}
