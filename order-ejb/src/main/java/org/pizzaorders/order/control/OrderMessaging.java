package org.pizzaorders.order.control;

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
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport;
import javax.sql.DataSource;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.Storage;
import org.pizzaorders.shared.Service;

/**
 * Migrates the schema {@code orders} at start, then runs the order service's outbox, inbox and relay. It also defines
 * the connection factory for the whole application. An administrator sets brokers and credentials at the resource
 * adapter.
 */
@ConnectionFactoryDefinition(
        name = "java:app/eis/kafka",
        interfaceName = "org.pizzaorders.kafka.api.KafkaConnectionFactory",
        resourceAdapter = "#kafka-connector",
        transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OrderMessaging extends ServiceMessaging {

    @Resource(lookup = "jdbc/orders")
    DataSource dataSource;

    @PersistenceContext(unitName = "orders")
    EntityManager entityManager;

    public OrderMessaging() {
        super(Service.ORDERS, OrderExpiries.all());
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
