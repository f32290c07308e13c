package org.pizzaorders.notification.delivery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import org.pizzaorders.notification.api.Channel;

/** Sends pushes. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PushWorker extends GatewayWorker {

    public PushWorker() {
        super(Channel.PUSH);
    }
}
