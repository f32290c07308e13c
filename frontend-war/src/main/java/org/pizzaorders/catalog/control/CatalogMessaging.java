package org.pizzaorders.catalog.control;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.pizzaorders.messaging.EventPublisher;
import org.pizzaorders.messaging.Service;
import org.pizzaorders.messaging.ServiceMessaging;

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

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }

    @Override
    protected EntityManager entityManager() {
        return entityManager;
    }

    @Override
    protected EventPublisher publisher() {
        return new KafkaPublisher();
    }
}
