package org.pizzaorders.notification.delivery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import org.pizzaorders.notification.api.Channel;

/** Sends short messages. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SmsWorker extends GatewayWorker {

    public SmsWorker() {
        super(Channel.SMS);
    }
}
