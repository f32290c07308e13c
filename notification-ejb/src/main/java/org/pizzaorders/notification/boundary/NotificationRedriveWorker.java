package org.pizzaorders.notification.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.RedriveWorker;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.notification.control.NotificationMessaging;

/** Applies redriven events and those parked behind them. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NotificationRedriveWorker extends RedriveWorker {

    @Inject
    NotificationMessaging messaging;

    @Inject
    News news;

    public NotificationRedriveWorker() {
        super(NotificationRedriveWorker.class);
    }

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected List<EventReader> readers() {
        return List.of(news);
    }
}
