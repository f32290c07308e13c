package org.pizzaorders.payment.provider.stripe;

import com.stripe.model.PaymentIntent;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;

/**
 * What the provider says of a payment intent, provided that it is the one that was asked about and comes to what was
 * asked for: people change intents in the dashboard, and proxies answer for others.
 */
final class IntentAnswers {

    static final String PAYMENT_ID = "payment_id";

    /** The provider took another amount than we asked for: only a person can say what is to become of that. */
    private static final String CHARGED_OTHERWISE = "charged_otherwise";

    private static final String OPENED_OTHERWISE = "opened_otherwise";

    private IntentAnswers() {}

    /** One that is not as it was asked for stays unconfirmed, and is opened anew. */
    static ChargeResult opened(ChargeRequest request, PaymentIntent intent) {
        if (isNone(intent)) {
            return new ChargeResult.Unclear(StripeFailures.UNREADABLE);
        }
        return isOurs(request, intent) && isAsAsked(request, intent)
                ? new ChargeResult.Opened(intent.getId())
                : new ChargeResult.KeySpent(OPENED_OTHERWISE);
    }

    private static boolean isOurs(ChargeRequest request, PaymentIntent intent) {
        var of = intent.getMetadata() == null ? null : intent.getMetadata().get(PAYMENT_ID);
        return of == null || of.equals(request.paymentId().toString());
    }

    static ChargeResult outcome(ChargeRequest request, PaymentIntent intent) {
        if (!isAnswer(request, intent)) {
            return new ChargeResult.Unclear(StripeFailures.UNREADABLE);
        }
        return switch (intent.getStatus()) {
            case "succeeded" ->
                isTakenAsAsked(request, intent)
                        ? new ChargeResult.Charged(intent.getId())
                        : new ChargeResult.Unknown(CHARGED_OTHERWISE);
            case "canceled" -> new ChargeResult.Withdrawn();
            case "requires_payment_method" ->
                new ChargeResult.Declined(StripeFailures.reason(intent.getLastPaymentError()));
            default -> new ChargeResult.Unclear("intent_" + intent.getStatus());
        };
    }

    /** Whether nobody has charged it yet. */
    static boolean isUnconfirmed(ChargeRequest request, PaymentIntent intent) {
        return isAnswer(request, intent) && isUnconfirmed(intent);
    }

    static boolean isUnconfirmed(PaymentIntent intent) {
        return "requires_confirmation".equals(intent.getStatus());
    }

    /** Whether it comes to what is to be charged. */
    static boolean isAsAsked(ChargeRequest request, PaymentIntent intent) {
        return is(request, intent.getAmount()) && isIn(request, intent.getCurrency());
    }

    private static boolean isTakenAsAsked(ChargeRequest request, PaymentIntent intent) {
        return is(request, intent.getAmountReceived()) && isIn(request, intent.getCurrency());
    }

    private static boolean is(ChargeRequest request, Long amount) {
        var asked = ProviderUnits.of(request.total());
        return amount == null || asked.isPresent() && asked.getAsLong() == amount;
    }

    private static boolean isIn(ChargeRequest request, String currency) {
        return currency == null || currency.equalsIgnoreCase(request.total().currency());
    }

    static boolean isAnswer(String reference, PaymentIntent intent) {
        return !isNone(intent) && reference.equals(intent.getId());
    }

    private static boolean isAnswer(ChargeRequest request, PaymentIntent intent) {
        return isAnswer(request.reference(), intent);
    }

    private static boolean isNone(PaymentIntent intent) {
        return intent == null
                || !"payment_intent".equals(intent.getObject())
                || intent.getId() == null
                || intent.getStatus() == null;
    }
}
