package org.pizzaorders.catalog.control;

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
import org.pizzaorders.shared.Service;

/** The catalogue's schema, and its way to {@code menu-events}. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CatalogMessaging extends ServiceMessaging {

    @Resource(lookup = "jdbc/catalog")
    DataSource dataSource;

    @PersistenceContext(unitName = "catalog")
    EntityManager entityManager;

    public CatalogMessaging() {
        super(Service.CATALOG);
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
}
