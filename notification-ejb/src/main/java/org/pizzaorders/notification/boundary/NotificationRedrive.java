package org.pizzaorders.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.notification.control.NotificationMessaging;

/** Redrives order and payment events that were given up. */
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
    protected List<EventReader> readers() {
        return List.of(news);
    }
}
