package org.pizzaorders.payment.control;

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
import org.pizzaorders.messaging.Storage;
import org.pizzaorders.shared.Service;

/** Messaging of the payment service: its schema, and the outbox for {@code payment-events}. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PaymentMessaging extends ServiceMessaging {

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @PersistenceContext(unitName = "payments")
    EntityManager entityManager;

    public PaymentMessaging() {
        super(Service.PAYMENTS, PaymentExpiries.all());
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
