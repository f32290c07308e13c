package org.pizzaorders.payment.provider.stripe;

import com.stripe.model.PaymentIntent;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;

/**
 * Interprets the provider's answer about a payment intent. It counts only if the intent is the right one and has the
 * right amount, because people change intents in the dashboard and proxies may return wrong answers.
 */
final class IntentAnswers {

    static final String PAYMENT_ID = "payment_id";

    /** The provider charged another amount than we asked for. Only a person can decide what to do. */
    private static final String CHARGED_OTHERWISE = "charged_otherwise";

    private static final String OPENED_OTHERWISE = "opened_otherwise";

    private IntentAnswers() {}

    /** An intent that differs from the request stays unconfirmed, and a new one is opened. */
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

    /** Whether it has not been charged yet. */
    static boolean isUnconfirmed(ChargeRequest request, PaymentIntent intent) {
        return isAnswer(request, intent) && isUnconfirmed(intent);
    }

    static boolean isUnconfirmed(PaymentIntent intent) {
        return "requires_confirmation".equals(intent.getStatus());
    }

    /** Whether it has the amount that we want to charge. */
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
