package org.pizzaorders.kafka.inbound;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.pizzaorders.kafka.client.AdapterClassLoader;
import org.pizzaorders.kafka.monitoring.ActivationCounters;
import org.pizzaorders.kafka.monitoring.ConsumerDirectory;
import org.pizzaorders.kafka.outbound.SharedProducer;

/**
 * One message-driven bean's consumers. Started all or none; {@link #stop} drains, may be called any number of times by
 * any thread, and returns when every thread of the activation has ended, or the time for it is up.
 */
public final class Activation {

    private static final System.Logger LOG = System.getLogger(Activation.class.getName());
    private static final Duration MARGIN = Duration.ofSeconds(12);

    /** Together less than the drain. */
    private static final Duration DEAD_LETTER_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration DEAD_LETTER_BLOCK = Duration.ofSeconds(5);

    /** Bytes: whatever the brokers took once, they decide again. */
    private static final Map<String, String> DEAD_LETTER_SIZE = Map.of("max.request.size", "33554432");

    private final InboundSettings settings;
    private final WorkManager workManager;
    private final ActivationCounters counters = new ActivationCounters(Clock.systemUTC());
    private final Outcomes outcomes;
    private final SharedProducer deadLetters;
    private final PauseSwitch pauseSwitch = new PauseSwitch();
    private final List<PollLoop> loops = new ArrayList<>();
    private volatile Runnable removal = () -> {};

    private Activation(InboundSettings settings, Map<String, Object> connection, WorkManager workManager) {
        this.settings = settings;
        this.workManager = workManager;
        this.outcomes = new Outcomes(settings.retries(), counters, Clock.systemUTC());
        this.deadLetters = SharedProducer.of(connection, DEAD_LETTER_TIMEOUT, DEAD_LETTER_BLOCK, DEAD_LETTER_SIZE);
    }

    /**
     * Does not wait for a broker, and does not fail because there is none.
     *
     * @param connection client properties of the adapter
     * @param directory shows the activation until it is stopped
     * @throws ResourceException if the activation's configuration is wrong or the container has no thread for it
     */
    public static Activation start(
            KafkaActivationSpec spec,
            Map<String, Object> connection,
            BootstrapContext context,
            MessageEndpointFactory endpoints,
            ConsumerDirectory directory)
            throws ResourceException {
        InboundSettings settings = spec.settings();
        Activation activation = new Activation(settings, connection, context.getWorkManager());
        activation.startLoops(connection, activation.deliverer(context, endpoints));
        activation.showIn(directory);
        LOG.log(
                INFO,
                "Group {0} consumes {1} with {2} consumers",
                settings.groupId(),
                settings.topics(),
                settings.consumers());
        return activation;
    }

    private Deliverer deliverer(BootstrapContext context, MessageEndpointFactory endpoints) {
        return new Deliverer(
                endpoints,
                new ContainerCall(
                        endpoints, context.getTransactionSynchronizationRegistry(), settings.transactionTimeout()),
                new DeadLetterPublisher(
                        records -> deadLetters.send(records).join(), settings.deadLetterTopics(), settings.groupId()));
    }

    private void startLoops(Map<String, Object> connection, Deliverer deliverer) throws ResourceException {
        ProtocolChoice protocol = ProtocolChoice.of(connection, settings);
        try {
            for (int consumer = 1; consumer <= settings.consumers(); consumer++) {
                int number = consumer;
                startLoop(
                        consumer,
                        protocol,
                        () -> session(
                                ConsumerProperties.of(connection, settings, protocol.current(), number), deliverer));
            }
        } catch (ResourceException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void startLoop(int consumer, ProtocolChoice protocol, Supplier<ConsumerSession> sessions)
            throws ResourceException {
        PollLoop loop = new PollLoop(settings.groupId() + "-" + consumer, settings, protocol, counters, sessions);
        workManager.scheduleWork(loop);
        loops.add(loop);
    }

    private ConsumerSession session(Map<String, Object> properties, Deliverer deliverer) {
        return new ConsumerSession(
                AdapterClassLoader.call(() -> new KafkaConsumer<>(properties)),
                settings,
                workManager,
                deliverer,
                outcomes,
                pauseSwitch);
    }

    private void showIn(ConsumerDirectory directory) {
        removal = directory.add(new ActivationWatch(settings, counters, pauseSwitch, List.copyOf(loops)));
    }

    /** Begins what {@link #stop} ends, and does not wait. */
    public void requestStop() {
        loops.forEach(PollLoop::stop);
    }

    /** Stops polling, lets the deliveries under way end, commits their offsets, leaves the group. */
    public void stop() {
        requestStop();
        for (PollLoop loop : loops) {
            if (!loop.awaitEnd(settings.drain().plus(MARGIN))) {
                LOG.log(WARNING, "A consumer of group {0} has not ended in time", settings.groupId());
            }
        }
        deadLetters.close();
        removal.run();
    }
}
