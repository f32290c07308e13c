package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/** Payments of orders. No call waits for the provider: it is spoken to outside any transaction, by a worker. */
public interface Payments {

    /** The kind of cursor that the list of an order's payments takes. */
    String CURSOR = "payments";

    /**
     * Takes up another payment of an order whose last one failed. One transaction.
     *
     * @throws OrderNotPayable if the order is unknown here, paid, being paid, or cancelled
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    PaymentView pay(PayOrder order);

    /**
     * Has the payment of a cancelled order given back at once, whatever its refund waits for, and has that in the audit.
     * Asked for twice, the money goes back once. One transaction.
     *
     * @param reason for the audit
     * @param by who wants it
     * @throws PaymentNotFound if there is none of that id
     * @throws PaymentNotRefundable if nothing was paid by it, or its order stands: cancelling that gives it back
     */
    PaymentView refund(UUID id, String reason, String by);

    /** @throws PaymentNotFound if there is none of that id */
    PaymentView payment(UUID id);

    /** The payments of an order, newest first; empty if there are none (yet). */
    Page<PaymentView> ofOrder(UUID orderId, PageRequest page);

    /** Those that an operator should look at, newest first. */
    Page<StuckPayment> stuck(PageRequest page);

    /**
     * Settles a payment that the provider does not know, or a refund that it does not make, by what an operator has found
     * out, and has that in the audit. One transaction.
     *
     * @param reason for the audit
     * @param by who has found it out
     * @throws PaymentNotFound if there is none of that id
     * @throws PaymentNotDecidable if the provider can still tell
     */
    PaymentView decide(UUID id, PaymentDecision decision, String reason, String by);
}
