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

/** Messaging of the catalogue: its schema, and the outbox for {@code menu-events}. */
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
}
