package org.pizzaorders.notification.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collection;
import org.pizzaorders.notification.api.Channel;

/** Wakes the workers of channels. */
@Stateless
public class ChannelWakeUp {

    @EJB
    EmailWorker email;

    @EJB
    SmsWorker sms;

    @EJB
    PushWorker push;

    @EJB
    WebhookWorker webhook;

    /** Starts due deliveries of these channels as soon as the transaction of this thread has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void wakeAfterCommit(Collection<Channel> channels) {
        channels.forEach(channel -> worker(channel).wakeAfterCommit());
    }

    private ChannelWorker worker(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
            case PUSH -> push;
            case WEBHOOK -> webhook;
        };
    }
}
