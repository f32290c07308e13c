package org.pizzaorders.notification.delivery;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.mail.Session;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.EmailChannel;

/** Sends e-mails by the server's mail session. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EmailWorker extends ChannelWorker {

    @Resource(lookup = "mail/notifications")
    Session mail;

    public EmailWorker() {
        super(Channel.EMAIL);
    }

    @Override
    protected DeliveryChannel way() {
        return EmailChannel.of(mail, settings.from(), clock);
    }
}
