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
import java.util.List;
import javax.sql.DataSource;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.Expiry;

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
        super(Service.ORDERS);
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
        return OrderExpiries.all();
    }
}
