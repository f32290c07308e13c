package org.pizzaorders.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.pizzaorders.breaker.ServiceBreakers;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.Breakers;
import org.pizzaorders.payment.control.PaymentMessaging;
import org.pizzaorders.shared.Service;

/** The breaker around the payment provider, one for charges and refunds: it is one provider. */
@Singleton
@LocalBean
@Local(Breakers.class)
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PaymentBreakers extends ServiceBreakers {

    static final String PROVIDER = "provider";

    @Resource(lookup = "jdbc/payments")
    DataSource dataSource;

    @EJB
    PaymentMessaging messaging;

    public PaymentBreakers() {
        super(Service.PAYMENTS, List.of(PROVIDER));
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }

    @Override
    protected OperatorActions audit() {
        return messaging.audit();
    }
}
