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
import java.util.List;
import javax.sql.DataSource;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.Storage;
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
        super(Service.CATALOG, List.of());
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
