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
import java.util.List;
import javax.sql.DataSource;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.Expiry;

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
        super(Service.NOTIFICATIONS);
    }

    /**
     * Runs the start, including migrations, outside a transaction. The superclass says so too, but WildFly reads the
     * annotation only from the bean's own class and applies it to all calls from there.
     */
    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void startInNoTransaction() {}

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }

    @Override
    protected EntityManager entityManager() {
        return entityManager;
    }

    @Override
    protected List<Expiry> expiries() {
        return NotificationExpiries.all();
    }
}
