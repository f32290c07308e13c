package org.pizzaorders.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.SingleConnection;
import org.pizzaorders.idempotency.api.IdempotencyKeyInUse;
import org.pizzaorders.idempotency.api.IdempotencyKeyReused;
import org.pizzaorders.idempotency.api.KeptAnswer;
import org.pizzaorders.idempotency.api.KeyedCall;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Service;

class KeptAnswersIT {

    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final KeyedCall call = call("guest", "first");
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void repeatsTheFirstAnswerByteForByte() {
        var first = inTransaction(call, this::work);
        var second = inTransaction(call, this::work);

        assertThat(effects).hasValue(1);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second).usingRecursiveComparison().ignoringFields("replayed").isEqualTo(first);
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        inTransaction(call, this::work);

        var other = new KeyedCall(call.scope(), call.operation(), call.key(), "other".getBytes(UTF_8));

        assertThatThrownBy(() -> inTransaction(other, this::work)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(effects).hasValue(1);
    }

    @Test
    void leavesTheSameKeyToOthersForTheirOwnUse() {
        inTransaction(call, this::work);
        inTransaction(new KeyedCall("somebody else", call.operation(), call.key(), call.fingerprint()), this::work);
        inTransaction(new KeyedCall(call.scope(), "POST /other", call.key(), call.fingerprint()), this::work);

        assertThat(effects).hasValue(3);
    }

    @Test
    void keepsNothingOfWhatFailed() {
        assertThatThrownBy(() -> inTransaction(call, () -> {
                    throw new InvalidInput(List.of(new FieldError("items", "is needed")));
                }))
                .isInstanceOf(InvalidInput.class);

        assertThat(inTransaction(call, this::work).replayed()).isFalse();
    }

    @Test
    void keepsNoAnswerOfAProcessThatDiedBeforeItsCommit() throws SQLException {
        var connection = orders.dataSource().getConnection();
        connection.setAutoCommit(false);
        answers(SingleConnection.of(connection)).answer(call, this::work);
        connection.abort(Runnable::run);

        assertThat(inTransactionOnceFree(call).replayed()).isFalse();
    }

    @Test
    void reportsThatACallIsInProgress() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var running = CompletableFuture.supplyAsync(() -> inTransaction(call, () -> {
            begun.countDown();
            await(finish);
            return work();
        }));
        begun.await();

        assertThatThrownBy(() -> inTransaction(call, this::work)).isInstanceOf(IdempotencyKeyInUse.class);
        finish.countDown();

        assertThat(running).succeedsWithin(Duration.ofSeconds(10));
        assertThat(inTransaction(call, this::work).replayed()).isTrue();
        assertThat(effects).hasValue(1);
    }

    @Test
    void twentyConcurrentCallsHaveOneEffect() throws InterruptedException {
        var threads = Executors.newFixedThreadPool(20);
        var together = new CountDownLatch(1);
        var calls = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> {
                            await(together);
                            inTransaction(call, this::work);
                        },
                        threads))
                .limit(20)
                .toList();

        together.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(effects).hasValue(1);
        assertThat(calls).anyMatch(made -> !made.isCompletedExceptionally());
        assertThat(calls)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .allSatisfy(
                        made -> assertThat(made.handle((ok, e) -> e.getCause()).join())
                                .isInstanceOf(IdempotencyKeyInUse.class));
    }

    @Test
    void treatsAnExpiredKeyAsNew() {
        inTransaction(call, this::work);
        makeOld(call);

        var again = inTransaction(new KeyedCall("guest", call.operation(), call.key(), new byte[] {1}), this::work);

        assertThat(again.replayed()).isFalse();
        assertThat(effects).hasValue(2);
    }

    private KeptAnswer work() {
        var body = "{\"effect\":" + effects.incrementAndGet() + "}";
        return new KeptAnswer(201, "/api/v1/orders/1", null, body.getBytes(UTF_8), false);
    }

    private static KeyedCall call(String scope, String request) {
        return new KeyedCall(scope, "POST /api/v1/orders", UUID.randomUUID().toString(), request.getBytes(UTF_8));
    }

    private static void makeOld(KeyedCall call) {
        orders.execute(
                "update orders.idempotency_keys set created_at = now() - interval '25 hours'"
                        + " where idempotency_key = ?",
                call.key());
    }

    private static KeptAnswers answers(DataSource dataSource) {
        return new KeptAnswers(Service.ORDERS, dataSource, DAY);
    }

    /** As the container does it: commits what returns, rolls back what throws. */
    private static KeptAnswer inTransaction(KeyedCall call, Supplier<KeptAnswer> work) {
        try (var connection = orders.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                var answer = answers(SingleConnection.of(connection)).answer(call, work);
                connection.commit();
                return answer;
            } finally {
                rollBack(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database notices a lost client a little later. */
    private KeptAnswer inTransactionOnceFree(KeyedCall call) {
        return Awaitility.await()
                .ignoreException(IdempotencyKeyInUse.class)
                .until(() -> inTransaction(call, this::work), answer -> true);
    }

    private static void rollBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
