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
 * Migrates the schema {@code orders} at start, then keeps the order service's outbox, inbox and relay. Also the one
 * place that defines the connection factory of the whole application; an administrator sets brokers and credentials at
 * the resource adapter.
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
        return OrderExpiries.all();
    }
}
