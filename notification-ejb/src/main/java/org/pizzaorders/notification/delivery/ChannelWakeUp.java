package org.pizzaorders.notification.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Wakes the workers of all channels. */
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

    /** Starts due deliveries as soon as the transaction of this thread has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void wakeAfterCommit() {
        email.wakeAfterCommit();
        sms.wakeAfterCommit();
        push.wakeAfterCommit();
        webhook.wakeAfterCommit();
    }
}
