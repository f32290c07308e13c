package org.pizzaorders.notification.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.control.NotificationSettings;
import org.pizzaorders.notification.sending.ClaimedDeliveries;
import org.pizzaorders.notification.sending.DeliveryWork;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.DueWorkTimer;

/**
 * Makes the due deliveries of one channel with resources of the server. Each channel has its own worker, a {@code
 * @Singleton @Startup} like every due work, so a slow or missing channel does not delay the others.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class ChannelWorker extends DueWorkTimer {

    private final Channel channel;

    @Resource(lookup = "jdbc/notifications")
    DataSource dataSource;

    @Resource
    ManagedExecutorService threads;

    @EJB
    DeliveryDesk desk;

    @EJB
    NotificationBreakers breakers;

    @Inject
    NotificationSettings settings;

    @Inject
    @TimeOf(Service.NOTIFICATIONS)
    Clock clock;

    protected ChannelWorker(Channel channel) {
        this.channel = requireNonNull(channel, "channel");
    }

    /** The channel that sends; called once, at start. */
    protected abstract DeliveryChannel way();

    @Override
    protected DueWork<?> work() {
        return new DeliveryWork(
                channel,
                new ClaimedDeliveries(dataSource, channel),
                desk,
                way(),
                breakers.breaker(channel.name()),
                threads,
                steady,
                settings.parallel(),
                settings.lease());
    }

    @Override
    protected int batchSize() {
        return settings.batchSize();
    }
}
