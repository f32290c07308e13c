package org.pizzaorders.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.notification.control.NotificationMessaging;

/** Hands order and payment events over again that were given up. */
@Stateless
public class NotificationRedrive extends Redrive {

    @Inject
    NotificationMessaging messaging;

    @Inject
    News news;

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected Map<String, Consumer<List<IncomingEvent>>> consumers() {
        return Map.of(News.CONSUMER, news::receive);
    }
}
