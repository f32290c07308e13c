package org.pizzaorders.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.control.Claimed;
import org.pizzaorders.payment.control.Refunding;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;

/**
 * The short transactions before and after a call that refunds. If the process dies in between, the claim ends with its
 * lease.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefundTransactions {

    @Inject
    Refunding refunding;

    public Optional<Claimed<RefundRequest>> begin(UUID id) {
        return refunding.begin(id);
    }

    public void record(Claimed<RefundRequest> claimed, RefundResult result) {
        refunding.record(claimed, result);
    }
}
