package org.pizzaorders.payment.api;

import java.util.List;
import java.util.UUID;

/** Payments of orders. No call waits for the provider: it is spoken to outside any transaction, by a worker. */
public interface Payments {

    /**
     * Takes up another payment of an order whose last one failed. One transaction.
     *
     * @throws OrderNotPayable if the order is unknown here, paid, being paid, or cancelled
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    PaymentView pay(PayOrder order);

    /**
     * Has the whole of a completed payment given back, soon; has a refund that waits after a refusal tried at once. Asked
     * for twice, it goes back once. One transaction.
     *
     * @throws PaymentNotFound if there is none of that id
     * @throws PaymentNotRefundable if nothing was paid by it
     */
    PaymentView refund(UUID id);

    /** @throws PaymentNotFound if there is none of that id */
    PaymentView payment(UUID id);

    /** The payments of an order, newest first; empty if there are none (yet). */
    List<PaymentView> ofOrder(UUID orderId);
}
