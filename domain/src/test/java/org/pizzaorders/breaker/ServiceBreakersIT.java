package org.pizzaorders.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.AtOnce;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.BreakerNotFound;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerState;
import org.pizzaorders.operations.api.BreakerView;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Service;

class ServiceBreakersIT {

    @AutoClose
    private static final ServiceFixture payments = ServiceFixture.of(Service.PAYMENTS, null);

    private final Instance here = new Instance();

    @BeforeEach
    void forget() {
        payments.execute("delete from payments.circuit_breakers");
        payments.execute("delete from payments.operator_actions");
    }

    @Test
    void showsItsBreakersInTheOrderGiven() {
        assertThat(here.breakers()).extracting(BreakerView::name).containsExactly("provider", "bank");
        assertThat(here.breakers()).extracting(BreakerView::state).containsOnly(BreakerState.CLOSED);
    }

    @Test
    void anOverrideAppliesAtOnceHereAndSoonOnOtherInstances() {
        var there = new Instance();
        assertThat(there.breaker("provider").permits(9)).isEqualTo(9);

        var view = here.force("provider", BreakerOverride.OPEN, "the provider is being moved", "anna");

        assertThat(view.state()).isEqualTo(BreakerState.FORCED_OPEN);
        assertThat(here.breaker("provider").permits(9)).isZero();
        assertThat(here.breaker("bank").permits(9)).isEqualTo(9);
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> there.breaker("provider").permits(9) == 0);
    }

    @Test
    void theAnswerIsRightWhileWorkersKeepAsking() {
        var done = new AtomicBoolean();
        var worker = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                here.breaker("provider").permits(1);
            }
        });

        try {
            for (var round = 0; round < 20; round++) {
                assertThat(force(BreakerOverride.OPEN)).isEqualTo(BreakerState.FORCED_OPEN);
                assertThat(force(BreakerOverride.NONE)).isEqualTo(BreakerState.CLOSED);
            }
        } finally {
            done.set(true);
            worker.join();
        }
    }

    private BreakerState force(BreakerOverride override) {
        return here.force("provider", override, "trial", "anna").state();
    }

    @Test
    void anOverrideSurvivesARestartUntilItIsRemoved() {
        here.force("provider", BreakerOverride.OPEN, "moving", "anna");

        var restarted = new Instance();
        assertThat(restarted.breaker("provider").permits(9)).isZero();

        restarted.force("provider", BreakerOverride.NONE, "moved", "anna");
        assertThat(restarted.breaker("provider").permits(9)).isEqualTo(9);
        assertThat(payments.rows(
                        "select action, target, reason, taken_by, touched from payments.operator_actions order by id"))
                .extracting(row -> List.copyOf(row.values()))
                .containsExactly(
                        List.of("breaker.force.OPEN", "provider", "moving", "anna", 1),
                        List.of("breaker.force.NONE", "provider", "moved", "anna", 1));
    }

    @Test
    void keepsTheLastKnownOverrideWhileTheDatabaseIsAway() {
        here.force("provider", BreakerOverride.OPEN, "moving", "anna");

        payments.execute("alter table payments.circuit_breakers rename to circuit_breakers_away");
        try {
            Awaitility.await()
                    .during(Duration.ofMillis(1_500))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> here.breaker("provider").permits(9) == 0);
        } finally {
            payments.execute("alter table payments.circuit_breakers_away rename to circuit_breakers");
        }
    }

    @Test
    void requiresAReasonAndAKnownName() {
        for (var none : new String[] {null, " ", "\u200b", "\u2800\u202e", "bell \u0007"}) {
            assertThatThrownBy(() -> here.force("provider", BreakerOverride.OPEN, none, "anna"))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> here.force("nobody", BreakerOverride.OPEN, "why", "anna"))
                .isInstanceOf(BreakerNotFound.class);
        assertThat(payments.rows("select 1 from payments.operator_actions")).isEmpty();
    }

    /** The service's breakers as one server instance has them. */
    @Test
    void concurrentFirstOverridesAllSucceed() {
        var wishes = BreakerOverride.values();

        for (var round = 0; round < 10; round++) {
            forget();

            var outcomes =
                    AtOnce.run(6, number -> here.force("provider", wishes[number % wishes.length], "a test", "anna"));

            assertThat(outcomes).containsOnly("done");
            assertThat(payments.rows("select name from payments.circuit_breakers"))
                    .hasSize(1);
            assertThat(payments.rows("select id from payments.operator_actions"))
                    .hasSize(6);
        }
    }

    private static final class Instance extends ServiceBreakers {

        Instance() {
            super(Service.PAYMENTS, List.of("provider", "bank"));
            clock = Clock.systemUTC();
            open();
        }

        @Override
        protected DataSource dataSource() {
            return payments.dataSource();
        }

        @Override
        protected OperatorActions audit() {
            return payments.audit();
        }

        @Override
        protected BreakerSettings settings() {
            return new BreakerSettings(50, 10, 4, Duration.ofSeconds(1), 1);
        }
    }
}
