package org.pizzaorders.payment.provider.stripe;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodData;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.service.PaymentIntentService;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.shared.Money;

/**
 * Charges by payment intents: an intent is first created and then confirmed. However often it is confirmed, it is
 * charged at most once. Its state can be queried for ever. A cancelled intent can never be charged.
 */
final class StripeCharges {

    private static final String NOT_CHARGEABLE = "amount_not_chargeable";
    private static final String USED_UP = "token_already_used";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final long PAGE = 100;
    private static final long MOST_LOOKED_AT = 5 * PAGE;

    private final PaymentIntentService intents;

    StripeCharges(PaymentIntentService intents) {
        this.intents = intents;
    }

    static void prepare() {
        intent(
                        new ChargeRequest(
                                ChargeRequest.Step.OPEN,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                new Money(1, "USD"),
                                "none",
                                null,
                                1,
                                1,
                                Instant.EPOCH),
                        1)
                .toMap();
    }

    ChargeResult take(ChargeRequest request) {
        try {
            return switch (request.step()) {
                case OPEN -> open(request);
                case CONFIRM -> confirm(request);
                case RESUME -> resume(request);
                case WITHDRAW -> withdraw(request);
            };
        } catch (StripeException e) {
            return StripeFailures.isUnknown(e) ? new ChargeResult.Unknown(StripeFailures.reason(e)) : unclear(e);
        } catch (RuntimeException e) {
            return new ChargeResult.Unclear(StripeFailures.UNREADABLE);
        }
    }

    private static ChargeResult unclear(StripeException failure) {
        return new ChargeResult.Unclear(StripeFailures.reason(failure), StripeFailures.pause(failure));
    }

    private ChargeResult open(ChargeRequest request) throws StripeException {
        var amount = ProviderUnits.of(request.total());
        if (amount.isEmpty()) {
            return new ChargeResult.Declined(NOT_CHARGEABLE);
        }
        try {
            var intent = intents.create(intent(request, amount.getAsLong()), IdempotencyKey.of(request.openingKey()));
            return IntentAnswers.opened(request, intent);
        } catch (CardException e) {
            return new ChargeResult.Declined(StripeFailures.reason(e));
        } catch (InvalidRequestException e) {
            return StripeFailures.isInFlight(e) ? unclear(e) : refused(request, e);
        } catch (IdempotencyException e) {
            return StripeFailures.isInFlight(e) ? unclear(e) : new ChargeResult.KeySpent(StripeFailures.reason(e));
        } catch (ApiException e) {
            return StripeFailures.isReplayed(e) ? new ChargeResult.KeySpent(StripeFailures.reason(e)) : unclear(e);
        }
    }

    /**
     * If the card's token is used up, an earlier opening of this payment may have used it, although its answer was a
     * failure.
     */
    private ChargeResult refused(ChargeRequest request, InvalidRequestException refusal) throws StripeException {
        return USED_UP.equals(refusal.getCode()) && request.attempt() > 1
                ? opened(request).orElseGet(() -> new ChargeResult.Declined(StripeFailures.reason(refusal)))
                : new ChargeResult.Declined(StripeFailures.reason(refusal));
    }

    /**
     * Searches only intents that were created since the request; otherwise the list would have those of all customers.
     */
    private Optional<ChargeResult> opened(ChargeRequest request) throws StripeException {
        var found = intents.list(PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(request.since().minus(SKEW).getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .build());
        return StreamSupport.stream(found.autoPagingIterable().spliterator(), false)
                .limit(MOST_LOOKED_AT)
                .filter(intent -> IntentAnswers.isUnconfirmed(intent)
                        && IntentAnswers.isAsAsked(request, intent)
                        && request.paymentId()
                                .toString()
                                .equals(intent.getMetadata().get(IntentAnswers.PAYMENT_ID)))
                .map(PaymentIntent::getId)
                .<ChargeResult>map(ChargeResult.Opened::new)
                .findFirst();
    }

    private ChargeResult confirm(ChargeRequest request) throws StripeException {
        try {
            // Each call has its own key, because the provider also repeats failures for the same key.
            var key = request.paymentId() + "-confirm-" + request.attempt();
            return IntentAnswers.outcome(
                    request, intents.confirm(request.reference(), withoutQuestions(), IdempotencyKey.of(key)));
        } catch (CardException e) {
            return new ChargeResult.Declined(StripeFailures.reason(e));
        } catch (InvalidRequestException e) {
            return whatBecameOf(request, e);
        }
    }

    /** An intent whose amount has changed is not charged but withdrawn. */
    private ChargeResult resume(ChargeRequest request) throws StripeException {
        var intent = intents.retrieve(request.reference());
        if (!IntentAnswers.isUnconfirmed(request, intent)) {
            return IntentAnswers.outcome(request, intent);
        }
        return IntentAnswers.isAsAsked(request, intent) ? confirm(request) : withdraw(request);
    }

    private ChargeResult withdraw(ChargeRequest request) throws StripeException {
        try {
            return IntentAnswers.outcome(request, intents.cancel(request.reference()));
        } catch (InvalidRequestException e) {
            return whatBecameOf(request, e);
        }
    }

    /** In most cases the state of the intent caused the refusal. So that state decides. */
    private ChargeResult whatBecameOf(ChargeRequest request, InvalidRequestException refusal) throws StripeException {
        var intent = intents.retrieve(request.reference());
        return IntentAnswers.isUnconfirmed(request, intent) ? unclear(refusal) : IntentAnswers.outcome(request, intent);
    }

    private static PaymentIntentCreateParams intent(ChargeRequest request, long amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency(request.total().currency().toLowerCase(Locale.ROOT))
                .addPaymentMethodType("card")
                .setPaymentMethodData(PaymentMethodData.builder()
                        .putExtraParam("type", "card")
                        .putExtraParam("card", Map.of("token", request.token()))
                        .build())
                .putMetadata(IntentAnswers.PAYMENT_ID, request.paymentId().toString())
                .putMetadata("order_id", request.orderId().toString())
                .build();
    }

    /** Nobody can answer the bank's questions (3-D Secure), so a card that requires them is declined. */
    private static PaymentIntentConfirmParams withoutQuestions() {
        return PaymentIntentConfirmParams.builder()
                .setErrorOnRequiresAction(true)
                .build();
    }
}
