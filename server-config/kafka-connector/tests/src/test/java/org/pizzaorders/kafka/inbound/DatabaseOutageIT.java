package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.Keeper;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.database.PostgresServer;

/** What the driver really says when the database is killed during statements, is away, and comes up. */
class DatabaseOutageIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int RECORDS = 200;

    private final PostgresServer postgres = TestServices.postgres();
    private final String brokers = SharedBroker.bootstrapServers();
    private DatabaseAccess database;

    @BeforeEach
    void createTable() throws Exception {
        database = TestServices.database().owner();
        execute("create table taken (value text not null)");
    }

    @Test
    void makesNoDeadLetterOfAnOutageThoughOneAttemptIsAllThereIs() throws Exception {
        TestTopic topic = TestTopic.create(brokers, 2);
        Keeper keeper = new Keeper(this::insert);
        topic.publishNumbers(0, RECORDS);
        topic.publishNumbers(1, RECORDS);
        try (Container container = new Container(brokers)) {
            container.deploy(keeper, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setMaxBatchSize(10);
                spec.setMaxAttempts(1);
                spec.setInitialBackoff("PT0.05S");
                spec.setMaxBackoff("PT0.5S");
            });
            await().atMost(SOON).until(() -> keeper.values().size() > 30);

            postgres.kill();
            await().atMost(SOON).until(() -> state(container) == ConsumerState.DEGRADED);
            await().atMost(SOON).ignoreExceptions().until(this::startsAgain);

            await().atMost(SOON).until(() -> topic.committed(0) == RECORDS && topic.committed(1) == RECORDS);
            assertThat(keeper.deadLetters()).isEmpty();
            assertThat(state(container)).isEqualTo(ConsumerState.RUNNING);
        }
    }

    private boolean startsAgain() {
        postgres.start();
        return true;
    }

    private void insert(List<ConsumedRecord> batch) {
        try (Connection connection = database.connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into taken select ? from (select pg_sleep(0.005)) slow")) {
            connection.setAutoCommit(false);
            for (ConsumedRecord each : batch) {
                insert.setString(1, Inbox.value(each));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("as a persistence provider wraps it", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static ConsumerState state(Container container) {
        return container.adapter().consumers().list().get(0).state();
    }
}
