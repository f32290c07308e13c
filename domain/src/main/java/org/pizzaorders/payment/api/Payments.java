package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/** Payments of orders. No call waits for the provider: a worker calls it outside any transaction. */
public interface Payments {

    /** The kind of cursor that the list of an order's payments takes. */
    String CURSOR = "payments";

    /**
     * Starts another payment for an order whose last payment failed. One transaction.
     *
     * @throws OrderNotPayable if the order is unknown here, paid, being paid, or cancelled
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    PaymentView pay(PayOrder order);

    /**
     * Makes the refund of a cancelled order due at once, whatever it waits for, and writes an audit entry. A second
     * call does not refund twice. One transaction.
     *
     * @param reason for the audit
     * @param by who asks for it
     * @throws PaymentNotFound if no payment has that id
     * @throws PaymentNotRefundable if the payment is not completed, or its order is not cancelled: cancelling the order
     *     refunds it
     */
    PaymentView refund(UUID id, String reason, String by);

    /**
     * @throws PaymentNotFound if no payment has that id
     */
    PaymentView payment(UUID id);

    /** The payments of an order, newest first; empty if there are none (yet). */
    Page<PaymentView> ofOrder(UUID orderId, PageRequest page);

    /** The payments that an operator should look at, newest first. */
    Page<StuckPayment> stuck(PageRequest page);

    /**
     * Settles a payment that the provider does not know, or a refund that it does not make, by the decision of an
     * operator, and writes an audit entry. One transaction.
     *
     * @param reason for the audit
     * @param by who decides
     * @throws PaymentNotFound if no payment has that id
     * @throws PaymentNotDecidable if the provider can still answer
     * @throws PaymentBeingAsked if the provider is being asked at this moment
     */
    PaymentView decide(UUID id, PaymentDecision decision, String reason, String by);
}
