package org.pizzaorders.notification.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.Storage;
import org.pizzaorders.shared.Service;

/** Messaging of the notification service: its schema, and the outbox for {@code notification-events}. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NotificationMessaging extends ServiceMessaging {

    @Resource(lookup = "jdbc/notifications")
    DataSource dataSource;

    @PersistenceContext(unitName = "notifications")
    EntityManager entityManager;

    public NotificationMessaging() {
        super(Service.NOTIFICATIONS, NotificationExpiries.all());
    }

    /** Runs the start outside a transaction: see {@link ServiceMessaging}. */
    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void startInNoTransaction() {}

    @Override
    protected Storage storage() {
        return new Storage(dataSource, entityManager);
    }
}
