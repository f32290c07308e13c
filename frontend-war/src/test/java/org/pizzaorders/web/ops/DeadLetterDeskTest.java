package org.pizzaorders.web.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.operations.api.DeadLetterNotFound;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.web.http.Caller;

class DeadLetterDeskTest {

    private final UUID first = Ids.next();
    private final UUID second = Ids.next();
    private final OneService orders = new OneService("orders", first);
    private final OneService payments = new OneService("payments", second);
    private final DeadLetterDesk desk = new DeadLetterDesk();

    @BeforeEach
    void knowTheServices() {
        desk.caller = new Caller();
        desk.services = new Services() {
            @Override
            public Stream<ServiceOperations> all() {
                return Stream.of(orders, payments);
            }
        };
    }

    @Test
    void asksTheServicesThatHaveThem() {
        var touched = desk.resolve(Action.REDRIVE, decision(List.of(second.toString()), null, null, false));

        assertThat(touched.touched()).isEqualTo(1);
        assertThat(touched.services())
                .containsExactly(new Touched.OfService("orders", 0), new Touched.OfService("payments", 1));
        assertThat(orders.done).isEmpty();
        assertThat(payments.done).singleElement().satisfies(done -> {
            assertThat(done.reason()).isEqualTo("mended");
            assertThat(done.by()).isEqualTo("guest");
        });
    }

    @Test
    void touchesNothingInADryRun() {
        var touched = desk.resolve(Action.DISCARD, decision(null, "f00", null, true));

        assertThat(touched.touched()).isEqualTo(2);
        assertThat(touched.dryRun()).isTrue();
        assertThat(orders.done).isEmpty();
        assertThat(payments.done).isEmpty();
    }

    @Test
    void keepsToTheServiceThatIsNamed() {
        var touched = desk.resolve(Action.DISCARD, decision(null, "f00", "payments", false));

        assertThat(touched.services()).containsExactly(new Touched.OfService("payments", 1));
        assertThat(orders.done).isEmpty();
    }

    @Test
    void findsTheServiceOfOne() {
        desk.resolve(Action.REDRIVE, first, new Reason("mended"));

        assertThat(orders.done).hasSize(1);
        assertThatThrownBy(() -> desk.resolve(Action.REDRIVE, Ids.next(), new Reason("mended")))
                .isInstanceOf(DeadLetterNotFound.class);
    }

    @Test
    void refusesRequestsThatSayTooLittle() {
        assertThatThrownBy(() -> desk.resolve(Action.REDRIVE, decision(null, null, null, false)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.resolve(Action.REDRIVE, decision(List.of("x"), null, null, false)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.resolve(Action.REDRIVE, decision(null, "f00", "pizzas", false)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.resolve(Action.REDRIVE, new Decision(null, "f00", null, " ", false)))
                .isInstanceOf(InvalidInput.class);
    }

    private static Decision decision(List<String> ids, String fingerprint, String service, boolean dryRun) {
        return new Decision(ids, fingerprint, service, "mended", dryRun);
    }
}
