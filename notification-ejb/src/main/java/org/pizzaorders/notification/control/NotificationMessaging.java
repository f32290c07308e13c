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

/** The notification service's schema, and its way to {@code notification-events}. */
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
     * Has the start, migrations and all, in no transaction. That is said above too, but WildFly asks only the bean's own
     * class, and takes the answer for all that is called then.
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
