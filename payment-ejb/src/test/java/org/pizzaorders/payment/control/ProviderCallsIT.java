package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pizzaorders.payment.control.PaymentsFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.provider.ProviderSettings;
import org.pizzaorders.work.DueTable;

class ProviderCallsIT {

    @AutoClose
    private static final PaymentsFixture payments = new PaymentsFixture();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private int permitted = 100;
    private final Queue<UUID> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        hanging.countDown();
        threads.shutdown();
        payments.database.execute("update payments set next_attempt_at = null");
    }

    @Test
    void aHangingCallDelaysNoOther() {
        var hangs = placed();
        var calls = calls(2, id -> {
            if (id.equals(hangs)) {
                hang();
            }
            done.add(id);
        });
        calls.attempt(calls.claim(10));

        var others = Stream.generate(this::placed).limit(3).toList();
        others.forEach(each -> calls.attempt(calls.claim(1)));

        await().untilAsserted(() -> assertThat(done).containsExactlyInAnyOrderElementsOf(others));
    }

    @Test
    void claimsOnlyAsManyAsThereAreFreePlaces() {
        Stream.generate(this::placed).limit(3).forEach(id -> {});
        var calls = calls(2, id -> hang());

        var claimed = calls.claim(10);
        calls.attempt(claimed);

        assertThat(claimed).hasSize(2);
        assertThat(calls.claim(10)).isEmpty();
    }

    @Test
    void claimsNoMoreThanTheBreakerPermits() {
        Stream.generate(this::placed).limit(3).forEach(id -> {});
        var calls = calls(2, done::add);

        permitted = 0;
        assertThat(calls.claim(10)).isEmpty();
        permitted = 1;
        assertThat(calls.claim(10)).hasSize(1);
    }

    @Test
    void anOutcomeThatCannotBeStoredFreesItsPlace() {
        var calls = calls(1, id -> {
            done.add(id);
            throw new IllegalStateException("no database");
        });
        var ids = List.of(placed(), placed());

        ids.forEach(each -> calls.attempt(calls.claim(1)));
        calls.drain(Duration.ofSeconds(10));

        assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void placesAreFreedIfNoThreadIsAvailable() {
        Stream.generate(this::placed).limit(2).forEach(id -> {});
        var calls = calls(2, done::add, call -> {
            throw new LinkageError("no thread today");
        });

        calls.attempt(calls.claim(2));

        var later = placed();
        assertThat(calls.claim(1)).containsExactly(later);
    }

    private ProviderCalls<UUID> calls(int places, Consumer<UUID> call) {
        return calls(places, call, threads);
    }

    private ProviderCalls<UUID> calls(int places, Consumer<UUID> call, Executor executor) {
        var provider = new ProviderSettings(
                "http://unused.test", Optional.empty(), Duration.ofSeconds(2), Duration.ofSeconds(10));
        var settings = new PaymentSettings(provider, null, null, null, null, 1, 1, Duration.ofHours(1), places);
        var table = new DueTable(
                payments.database.dataSource(), "payments.payments", Settlement.onClaim(Duration.ofMinutes(1)));
        return new ProviderCalls<>(
                table,
                settings,
                wanted -> Math.min(wanted, permitted),
                executor,
                ids -> Map.of(),
                (id, none) -> call.accept(id));
    }

    private UUID placed() {
        var order = order(PaymentMethod.CARD, "tok_visa");
        payments.hear(order);
        return payments.paymentOf(order.orderId()).id();
    }

    private void hang() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
