package org.pizzaorders.notification.delivery;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.notification.control.DeliveryRecords;

/** The short transactions around deliveries, each call a new one. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryDesk implements DeliveryLedger {

    @Inject
    DeliveryRecords records;

    @Override
    public List<Dispatch> pending(List<UUID> ids) {
        return records.pending(ids);
    }

    @Override
    public void expire(Channel channel) {
        records.expire(channel);
    }

    @Override
    public void putBack(Dispatch dispatch, Duration pause) {
        records.putBack(dispatch, pause);
    }

    @Override
    public void record(Dispatch dispatch, Outcome outcome) {
        records.record(dispatch, outcome);
    }
}
