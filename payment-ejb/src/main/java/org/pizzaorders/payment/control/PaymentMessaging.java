package org.pizzaorders.payment.control;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.messaging.EventPublisher;
import org.pizzaorders.messaging.Service;
import org.pizzaorders.messaging.ServiceMessaging;

/** The payments' schema, and their way to {@code payment-events}. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PaymentMessaging extends ServiceMessaging {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @PersistenceContext(unitName = "payments")
    EntityManager entityManager;

    @Resource(lookup = "java:app/eis/kafka")
    KafkaConnectionFactory kafka;

    public PaymentMessaging() {
        super(Service.PAYMENTS);
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
        return new KafkaPublisher(kafka);
    }
}
