package org.pizzaorders.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.payment.control.Answered;
import org.pizzaorders.payment.control.Claimed;
import org.pizzaorders.payment.control.Settlement;
import org.pizzaorders.payment.provider.ChargeRequest;

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

    /**
     * @return the calls to make. It leaves out payments that {@link #begin(UUID)} must look at alone
     */
    public Map<UUID, Claimed<ChargeRequest>> begin(List<UUID> ids) {
        return settlement.begin(ids);
    }

    public Optional<Claimed<ChargeRequest>> begin(UUID id) {
        return settlement.begin(id);
    }

    /**
     * Records several answers.
     *
     * @return the next call for each, as {@link #record(Answered)} returns it. It leaves out payments that somebody
     *     else is changing at the moment
     */
    public Map<Answered, Optional<Claimed<ChargeRequest>>> record(List<Answered> answers) {
        var next = settlement.record(answers);
        refunds.wakeAfterCommit();
        return next;
    }

    /**
     * @return the next call, to be made after the commit. If the order was cancelled meanwhile, this makes its refund
     *     due
     */
    public Optional<Claimed<ChargeRequest>> record(Answered answer) {
        var next = settlement.record(answer);
        refunds.wakeAfterCommit();
        return next;
    }
}
