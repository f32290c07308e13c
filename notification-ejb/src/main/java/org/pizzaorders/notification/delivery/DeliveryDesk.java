package org.pizzaorders.notification.delivery;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.control.DeliveryRecords;
import org.pizzaorders.notification.sending.DeliveryLedger;

/** The short transactions around deliveries, each call a new one. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryDesk implements DeliveryLedger {

    @Inject
    DeliveryRecords records;

    @Override
    public void expire(Channel channel) {
        records.expire(channel);
    }

    @Override
    public void record(Collection<Handled> handled) {
        records.record(handled);
    }
}
