package org.pizzaorders.notification.delivery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import org.pizzaorders.notification.api.Channel;

/** Calls webhooks. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WebhookWorker extends GatewayWorker {

    public WebhookWorker() {
        super(Channel.WEBHOOK);
    }
}
