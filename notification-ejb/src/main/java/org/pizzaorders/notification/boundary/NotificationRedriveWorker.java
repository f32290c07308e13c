package org.pizzaorders.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.RedriveWorker;
import org.pizzaorders.shared.Service;

/** Applies redriven events and those parked behind them. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NotificationRedriveWorker extends RedriveWorker {

    @Resource(lookup = "jdbc/notifications")
    DataSource dataSource;

    @Inject
    NotificationRedrive redrive;

    public NotificationRedriveWorker() {
        super(Service.NOTIFICATIONS);
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }

    @Override
    protected Redrive redrive() {
        return redrive;
    }
}
