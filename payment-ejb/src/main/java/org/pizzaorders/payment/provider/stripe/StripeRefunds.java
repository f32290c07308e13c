package org.pizzaorders.payment.provider.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.RefundService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.pizzaorders.payment.provider.ProviderReasons;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;

/**
 * Refunds the rest of a charge, because people may refund parts of it in the provider's dashboard. The provider says
 * how much it charged and how much it has refunded, in its own units, and this class requests the rest. The provider
 * never refunds more than was charged, so of two simultaneous requests one is refused. Only successful refunds count. A
 * refund may be pending for days and then fail, or fail weeks after it succeeded.
 */
final class StripeRefunds {

    private static final String DONE = "succeeded";
    private static final Set<String> STANDING = Set.of(DONE, "pending", "requires_action");
    private static final long PAGE = 100;

    /** Nobody makes more refunds of one charge. A longer list is treated as a wrong answer. */
    private static final int MOST_REFUNDS = 500;

    private final PaymentIntentService intents;
    private final RefundService refunds;

    StripeRefunds(PaymentIntentService intents, RefundService refunds) {
        this.intents = intents;
        this.refunds = refunds;
    }

    RefundResult refund(RefundRequest request) {
        try {
            return giveBack(request);
        } catch (InvalidRequestException e) {
            return StripeFailures.isInFlight(e) ? unclear(e) : new RefundResult.Refused(StripeFailures.reason(e));
        } catch (StripeException e) {
            return unclear(e);
        } catch (RuntimeException e) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
    }

    private static RefundResult unclear(StripeException failure) {
        return new RefundResult.Unclear(StripeFailures.reason(failure), StripeFailures.pause(failure));
    }

    private RefundResult giveBack(RefundRequest request) throws StripeException {
        var intent = intents.retrieve(request.reference());
        if (!IntentAnswers.isAnswer(request.reference(), intent)) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
        var taken = intent.getAmountReceived();
        if (taken <= 0) {
            return new RefundResult.Refused("nothing_was_charged");
        }
        var known = listed(request);
        var made = known.stream()
                .filter(refund -> request.made().filter(refund.getId()::equals).isPresent())
                .findFirst();
        if (made.isPresent() && !STANDING.contains(made.get().getStatus())) {
            return new RefundResult.Failed(failure(made.get()));
        }
        var standing = known.stream()
                .filter(refund -> STANDING.contains(String.valueOf(refund.getStatus())))
                .toList();
        var left = taken - standing.stream().mapToLong(Refund::getAmount).sum();
        if (left <= 0) {
            return outcome(request, standing, made);
        }
        return request.watched() ? new RefundResult.Failed("refund_failed") : giveBack(request, left, standing);
    }

    private RefundResult giveBack(RefundRequest request, long left, List<Refund> standing) throws StripeException {
        var refund = refunds.create(wish(request, left), IdempotencyKey.of(request.idempotencyKey()));
        if (refund == null || refund.getId() == null || refund.getStatus() == null || !isOf(request, refund)) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
        if (!STANDING.contains(refund.getStatus())) {
            return new RefundResult.Failed(failure(refund));
        }
        if (refund.getAmount() != left) {
            // The next call requests the rest.
            return new RefundResult.Unclear(ProviderReasons.REFUNDED_OTHERWISE);
        }
        var all = new ArrayList<>(standing);
        all.add(refund);
        return outcome(request, all, Optional.of(refund));
    }

    /**
     * The result for a charge that is completely refunded. The reference is that of our own refund, if there is one.
     */
    private static RefundResult outcome(RefundRequest request, List<Refund> standing, Optional<Refund> made) {
        var waiting = standing.stream()
                .filter(refund -> !DONE.equals(refund.getStatus()))
                .findFirst();
        if (waiting.isPresent()) {
            return new RefundResult.Pending(made.or(() -> waiting).get().getId());
        }
        return new RefundResult.Refunded(
                made.or(() -> standing.stream().findFirst()).map(Refund::getId).orElse(request.reference()));
    }

    private static String failure(Refund refund) {
        var reason = "refund_" + refund.getStatus();
        return refund.getFailureReason() == null ? reason : reason + ": " + refund.getFailureReason();
    }

    private List<Refund> listed(RefundRequest request) throws StripeException {
        var first = refunds.list(RefundListParams.builder()
                .setPaymentIntent(request.reference())
                .setLimit(PAGE)
                .build());
        var all = StreamSupport.stream(first.autoPagingIterable().spliterator(), false)
                .limit(MOST_REFUNDS + 1)
                .toList();
        if (all.size() > MOST_REFUNDS) {
            throw new IllegalStateException("There are more than " + MOST_REFUNDS + " refunds of one charge");
        }
        return all.stream().filter(refund -> isOf(request, refund)).toList();
    }

    private static boolean isOf(RefundRequest request, Refund refund) {
        return refund.getPaymentIntent() == null || refund.getPaymentIntent().equals(request.reference());
    }

    private static RefundCreateParams wish(RefundRequest request, long amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(request.reference())
                .setAmount(amount)
                .putMetadata(IntentAnswers.PAYMENT_ID, request.paymentId().toString())
                .build();
    }
}
