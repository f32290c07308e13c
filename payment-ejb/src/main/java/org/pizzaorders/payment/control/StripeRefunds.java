package org.pizzaorders.payment.control;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refunds of whole charges. The provider gives no more back than was charged, so the second of two finds it done; what
 * it has given back already it lists, for as long as it keeps the charge.
 */
final class StripeRefunds {

    private static final Set<String> STANDING = Set.of("succeeded", "pending");
    private static final long PLENTY = 100;

    private final RefundService refunds;

    StripeRefunds(RefundService refunds) {
        this.refunds = refunds;
    }

    RefundResult refund(RefundRequest request) {
        try {
            var done = request.isRepeated() ? givenBack(request) : Optional.<RefundResult>empty();
            return done.isPresent() ? done.get() : giveBack(request);
        } catch (StripeException e) {
            return new RefundResult.Unclear(StripeFailures.reason(e));
        } catch (RuntimeException e) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
    }

    private RefundResult giveBack(RefundRequest request) throws StripeException {
        try {
            return outcome(refunds.create(wish(request), under(request.idempotencyKey())));
        } catch (InvalidRequestException e) {
            if ("charge_already_refunded".equals(e.getCode())) {
                return givenBack(request).orElseGet(() -> new RefundResult.Refunded(request.reference()));
            }
            return StripeFailures.isInFlight(e)
                    ? new RefundResult.Unclear(StripeFailures.reason(e))
                    : new RefundResult.Refused(StripeFailures.reason(e));
        }
    }

    /** The refund, if all of the charge has gone back by now. */
    private Optional<RefundResult> givenBack(RefundRequest request) throws StripeException {
        var standing = listed(request.reference()).stream()
                .filter(refund -> STANDING.contains(String.valueOf(refund.getStatus())))
                .toList();
        var amount = standing.stream().mapToLong(Refund::getAmount).sum();
        return amount < request.amount()
                ? Optional.empty()
                : standing.stream().findFirst().map(refund -> new RefundResult.Refunded(refund.getId()));
    }

    private List<Refund> listed(String reference) throws StripeException {
        return refunds.list(RefundListParams.builder()
                        .setPaymentIntent(reference)
                        .setLimit(PLENTY)
                        .build())
                .getData();
    }

    private static RefundResult outcome(Refund refund) {
        if (refund == null || refund.getId() == null || refund.getStatus() == null) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
        return STANDING.contains(refund.getStatus())
                ? new RefundResult.Refunded(refund.getId())
                : new RefundResult.Refused("refund_" + refund.getStatus());
    }

    private static RefundCreateParams wish(RefundRequest request) {
        return RefundCreateParams.builder()
                .setPaymentIntent(request.reference())
                .setAmount(request.amount())
                .putMetadata("payment_id", request.paymentId().toString())
                .build();
    }

    private static RequestOptions under(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }
}
