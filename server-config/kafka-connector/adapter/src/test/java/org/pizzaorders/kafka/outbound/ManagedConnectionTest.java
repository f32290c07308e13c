package org.pizzaorders.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.ManagedConnection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.container.Container;

/** The contract between the container's pool and the connections, without a broker. */
class ManagedConnectionTest {

    private static final List<OutgoingRecord> NOTHING = List.of();

    private final Container container = new Container("127.0.0.1:1");
    private final KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
    private final Events events = new Events();
    private ManagedConnection managed;

    @BeforeEach
    void createConnection() throws ResourceException {
        factory.setResourceAdapter(container.adapter());
        managed = factory.createManagedConnection(null, null);
        managed.addConnectionEventListener(events);
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    void tellsItsListenersOnceThatAHandleWasClosed() throws Exception {
        KafkaConnection handle = (KafkaConnection) managed.getConnection(null, null);

        handle.close();
        handle.close();

        assertThat(events.seen).hasSize(1);
        ConnectionEvent event = events.seen.get(0);
        assertThat(event.getId()).isEqualTo(ConnectionEvent.CONNECTION_CLOSED);
        assertThat(event.getConnectionHandle()).isSameAs(handle);
        assertThat(event.getSource()).isSameAs(managed);
    }

    @Test
    void tellsNobodyWhoDoesNotListenAnyMore() throws Exception {
        KafkaConnection handle = (KafkaConnection) managed.getConnection(null, null);
        managed.removeConnectionEventListener(events);

        handle.close();

        assertThat(events.seen).isEmpty();
    }

    @Test
    void tellsItsListenersOfTheErrorWhenItsProducerIsGone() throws Exception {
        KafkaConnection handle = (KafkaConnection) managed.getConnection(null, null);
        container.adapter().stop();

        assertThatThrownBy(() -> handle.send(NOTHING)).isInstanceOf(ResourceException.class);

        assertThat(events.seen).hasSize(1);
        ConnectionEvent event = events.seen.get(0);
        assertThat(event.getId()).isEqualTo(ConnectionEvent.CONNECTION_ERROR_OCCURRED);
        assertThat(event.getException()).isInstanceOf(ResourceException.class);
        assertThat(event.getConnectionHandle()).isSameAs(handle);
    }

    @Test
    void cleanupInvalidatesHandlesTwiceAndKeepsTheConnection() throws Exception {
        KafkaConnection handle = (KafkaConnection) managed.getConnection(null, null);

        managed.cleanup();
        managed.cleanup();

        assertThatThrownBy(() -> handle.send(NOTHING)).isInstanceOf(IllegalStateException.class);
        handle.close();
        assertThat(events.seen).isEmpty();
        assertThat(((KafkaConnection) managed.getConnection(null, null)).send(NOTHING))
                .isEmpty();
    }

    @Test
    void destroyIsFinalAndMayBeCalledTwice() throws Exception {
        KafkaConnection handle = (KafkaConnection) managed.getConnection(null, null);

        managed.destroy();
        managed.destroy();

        assertThatThrownBy(() -> handle.send(NOTHING)).isInstanceOf(ResourceException.class);
        assertThatThrownBy(() -> managed.getConnection(null, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void handleThatWasMovedOutlivesItsFormerConnection() throws Exception {
        KafkaConnection handle = (KafkaConnection) managed.getConnection(null, null);
        ManagedConnection other = factory.createManagedConnection(null, null);

        other.associateConnection(handle);
        managed.destroy();

        assertThat(handle.send(NOTHING)).isEmpty();
        assertThatThrownBy(() -> other.associateConnection("text")).isInstanceOf(ResourceException.class);
        other.cleanup();
        assertThatThrownBy(() -> handle.send(NOTHING)).isInstanceOf(ResourceException.class);
    }

    @Test
    void theProducerGoesWithTheLastConnectionAndTheNextOneHasAnother() throws Exception {
        var other = (KafkaManagedConnection) factory.createManagedConnection(null, null);
        var first = (KafkaManagedConnection) managed;
        assertThat(other.producer()).isSameAs(first.producer());

        managed.destroy();
        managed.destroy();
        assertThat(other.producer().isClosed()).isFalse();
        other.destroy();
        assertThat(other.producer().isClosed()).isTrue();

        var next = (KafkaManagedConnection) factory.createManagedConnection(null, null);
        assertThat(next.producer()).isNotSameAs(first.producer());
        assertThat(((KafkaConnection) next.getConnection(null, null)).send(NOTHING))
                .isEmpty();
    }

    @Test
    void matchesConnectionsOfItsOwnProducerOnly() throws Exception {
        KafkaManagedConnectionFactory stranger = new KafkaManagedConnectionFactory();
        stranger.setResourceAdapter(container.adapter());
        ManagedConnection strange = stranger.createManagedConnection(null, null);

        assertThat(factory.matchManagedConnections(Set.of(strange, managed), null, null))
                .isSameAs(managed);
        assertThat(factory.matchManagedConnections(Set.of(strange), null, null)).isNull();
        container.adapter().stop();
        assertThat(factory.matchManagedConnections(Set.of(managed), null, null)).isNull();
    }

    @Test
    void hasNoTransactionsButMetaDataAndALogWriter() throws Exception {
        PrintWriter writer = new PrintWriter(new StringWriter());
        managed.setLogWriter(writer);
        factory.setLogWriter(writer);

        assertThatThrownBy(managed::getXAResource).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(managed::getLocalTransaction).isInstanceOf(NotSupportedException.class);
        assertThat(managed.getMetaData().getEISProductName()).isEqualTo("Apache Kafka");
        assertThat(managed.getLogWriter()).isSameAs(writer);
        assertThat(factory.getLogWriter()).isSameAs(writer);
    }

    @Test
    void factoryWithoutAnAdapterRefusesConnectionsAndKnowsNoConsumers() {
        KafkaManagedConnectionFactory lonely = new KafkaManagedConnectionFactory();

        assertThatThrownBy(() -> lonely.createManagedConnection(null, null)).isInstanceOf(ResourceException.class);
        assertThat(lonely.consumers().list()).isEmpty();
    }

    @Test
    void producerMadeAfterTheAdapterStoppedIsClosed() throws Exception {
        container.adapter().stop();

        KafkaConnection late =
                (KafkaConnection) factory.createManagedConnection(null, null).getConnection(null, null);

        List<OutgoingRecord> batch = List.of(new OutgoingRecord("topic", null, new byte[0], Map.of()));
        assertThatThrownBy(() -> late.send(batch)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void clientGivenToAStoppedAdapterIsClosedAtOnce() {
        List<String> closed = new ArrayList<>();
        container.adapter().closeWhenStopped(() -> closed.add("early"));
        assertThat(closed).isEmpty();

        container.adapter().stop();
        container.adapter().closeWhenStopped(() -> closed.add("late"));
        assertThatCode(() -> container.adapter().stop()).doesNotThrowAnyException();

        assertThat(closed).containsExactly("early", "late");
    }

    private static final class Events implements ConnectionEventListener {

        private final List<ConnectionEvent> seen = new ArrayList<>();

        @Override
        public void connectionClosed(ConnectionEvent event) {
            seen.add(event);
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            seen.add(event);
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {
            throw new AssertionError("there are none");
        }

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {
            throw new AssertionError("there are none");
        }

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {
            throw new AssertionError("there are none");
        }
    }
}
