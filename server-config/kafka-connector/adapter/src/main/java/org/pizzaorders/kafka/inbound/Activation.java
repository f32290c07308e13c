package org.pizzaorders.kafka.inbound;

import static java.lang.System.Logger.Level.INFO;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigException;
import org.pizzaorders.kafka.client.AdapterClassLoader;
import org.pizzaorders.kafka.inbound.batch.DeliveryMeans;
import org.pizzaorders.kafka.inbound.batch.DeliverySlots;
import org.pizzaorders.kafka.inbound.batch.OutcomeHandler;
import org.pizzaorders.kafka.inbound.config.ConsumerProperties;
import org.pizzaorders.kafka.inbound.config.InboundSettings;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.kafka.inbound.config.ProtocolChoice;
import org.pizzaorders.kafka.inbound.endpoint.DeadLetterPublisher;
import org.pizzaorders.kafka.inbound.endpoint.Deliverer;
import org.pizzaorders.kafka.inbound.session.ConsumerSession;
import org.pizzaorders.kafka.inbound.session.PauseSwitch;
import org.pizzaorders.kafka.monitoring.ActivationCounters;
import org.pizzaorders.kafka.monitoring.ConsumerDirectory;
import org.pizzaorders.kafka.outbound.SharedProducer;

/**
 * The consumers of one message-driven bean. Either all start or none. {@link #stop} drains and returns when every
 * thread of the activation has ended, or after the time limit. Any thread may call it, any number of times.
 */
public final class Activation {

    private static final System.Logger LOG = System.getLogger(Activation.class.getName());

    /** Together shorter than the drain. */
    private static final Duration DEAD_LETTER_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration DEAD_LETTER_BLOCK = Duration.ofSeconds(5);

    /** In bytes. The brokers accepted the record once, so they decide about its size again, not the client. */
    private static final Map<String, String> DEAD_LETTER_SIZE = Map.of("max.request.size", "33554432");

    private final InboundSettings settings;
    private final ActivationCounters counters = new ActivationCounters(Clock.systemUTC());
    private final SharedProducer deadLetters;
    private final PauseSwitch pauseSwitch = new PauseSwitch();
    private final PollLoops loops;
    private volatile Runnable removal = () -> {};

    private Activation(
            InboundSettings settings,
            Supplier<Map<String, Object>> connection,
            BootstrapContext context,
            MessageEndpointFactory endpoints)
            throws InvalidPropertyException {
        this.settings = settings;
        checkConsumer(settings, connection.get());
        this.deadLetters = deadLetters(connection);
        DeliveryMeans means = new DeliveryMeans(
                context.getWorkManager(),
                deliverer(context, endpoints),
                new OutcomeHandler(settings.retries(), counters, Clock.systemUTC()),
                new DeliverySlots(settings.maxConcurrency()));
        this.loops = new PollLoops(settings, context, () -> loops(connection, means));
    }

    /**
     * Neither waits for a broker nor fails if there is none.
     *
     * @param connection gives the client properties of the adapter. It is called for each client, so after refused
     *     credentials the next consumer or producer gets the current ones
     * @param directory shows the activation until it is stopped
     * @throws ResourceException if the activation's configuration is wrong or the container has no thread for it
     */
    public static Activation start(
            KafkaActivationSpec spec,
            Supplier<Map<String, Object>> connection,
            BootstrapContext context,
            MessageEndpointFactory endpoints,
            ConsumerDirectory directory)
            throws ResourceException {
        InboundSettings settings = spec.settings();
        Activation activation = new Activation(settings, connection, context, endpoints);
        activation.startLoops();
        activation.showIn(directory);
        LOG.log(
                INFO,
                "Group {0} consumes {1} with {2} consumers",
                settings.groupId(),
                settings.topics().shown(),
                settings.consumers());
        return activation;
    }

    private static SharedProducer deadLetters(Supplier<Map<String, Object>> connection)
            throws InvalidPropertyException {
        try {
            return SharedProducer.of(connection, DEAD_LETTER_TIMEOUT, DEAD_LETTER_BLOCK, DEAD_LETTER_SIZE);
        } catch (IllegalArgumentException | ConfigException e) {
            throw new InvalidPropertyException("The adapter's properties suit no producer: " + e.getMessage(), e);
        }
    }

    private static void checkConsumer(InboundSettings settings, Map<String, Object> connection)
            throws InvalidPropertyException {
        try {
            GroupProtocol protocol = ProtocolChoice.of(connection, settings).current();
            AdapterClassLoader.run(() -> ConsumerProperties.check(connection, settings, protocol));
        } catch (IllegalArgumentException | ConfigException e) {
            throw new InvalidPropertyException("The properties suit no consumer: " + e.getMessage(), e);
        }
    }

    private Deliverer deliverer(BootstrapContext context, MessageEndpointFactory endpoints) {
        return new Deliverer(
                endpoints,
                context.getTransactionSynchronizationRegistry(),
                settings.transactionTimeout(),
                new DeadLetterPublisher(
                        records -> deadLetters.send(records).join(), settings.deadLetterTopics(), settings.groupId()));
    }

    private void startLoops() throws ResourceException {
        try {
            loops.start();
        } catch (ResourceException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private List<PollLoop> loops(Supplier<Map<String, Object>> connection, DeliveryMeans means) {
        ProtocolChoice protocol = ProtocolChoice.of(connection.get(), settings);
        return IntStream.rangeClosed(1, settings.consumers())
                .mapToObj(
                        number -> loop(number, protocol, () -> session(connection, protocol.current(), number, means)))
                .toList();
    }

    private PollLoop loop(int number, ProtocolChoice protocol, Supplier<ConsumerSession> sessions) {
        return new PollLoop(settings.groupId() + "-" + number, settings, protocol, counters, sessions);
    }

    private ConsumerSession session(
            Supplier<Map<String, Object>> connection, GroupProtocol protocol, int number, DeliveryMeans means) {
        Map<String, Object> properties = ConsumerProperties.of(connection.get(), settings, protocol, number);
        return new ConsumerSession(
                AdapterClassLoader.call(() -> new KafkaConsumer<>(properties)),
                protocol,
                settings,
                means,
                pauseSwitch,
                counters);
    }

    private void showIn(ConsumerDirectory directory) {
        removal = directory.add(new ActivationWatch(settings, counters, pauseSwitch, loops));
    }

    /** Begins a stop and does not wait for its end. */
    public void requestStop() {
        loops.requestEnd();
    }

    /** Stops polling, waits for running deliveries, commits their offsets, leaves the group. */
    public void stop() {
        try {
            loops.end();
            deadLetters.close();
        } finally {
            removal.run();
        }
    }
}
