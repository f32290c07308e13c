package org.pizzaorders.notification.delivery;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pizzaorders.breaker.ServiceBreakers;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.control.NotificationMessaging;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.Breakers;
import org.pizzaorders.shared.Service;

/** One breaker for each channel, with the name of the channel. */
@Singleton
@LocalBean
@Local(Breakers.class)
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NotificationBreakers extends ServiceBreakers {

    @Resource(lookup = "jdbc/notifications")
    DataSource dataSource;

    @EJB
    NotificationMessaging messaging;

    public NotificationBreakers() {
        super(
                Service.NOTIFICATIONS,
                Stream.of(Channel.values()).map(Channel::name).toList());
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }

    @Override
    protected OperatorActions audit() {
        return messaging.audit();
    }
}
