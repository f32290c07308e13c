package org.pizzaorders.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.control.Claimed;
import org.pizzaorders.payment.control.Settlement;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;

/**
 * The short transactions before and after a call that charges. If the process dies in between, the claim ends with its
 * lease.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChargeTransactions {

    @Inject
    Settlement settlement;

    @Inject
    RefundWorker refunds;

    public Optional<Claimed<ChargeRequest>> begin(UUID id) {
        return settlement.begin(id);
    }

    /**
     * @return the next call, to be made after the commit. If the order was cancelled meanwhile, this makes its refund
     *     due
     */
    public Optional<Claimed<ChargeRequest>> record(Claimed<ChargeRequest> claimed, ChargeResult result) {
        var next = settlement.record(claimed, result);
        refunds.wakeAfterCommit();
        return next;
    }
}
