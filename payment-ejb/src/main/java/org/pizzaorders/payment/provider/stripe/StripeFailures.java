package org.pizzaorders.payment.provider.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.pizzaorders.payment.provider.ProviderReasons;

/** Interprets the client's exceptions. It never uses their messages, because they may quote the request. */
final class StripeFailures {

    static final String UNREADABLE = "answer_unreadable";

    private static final int CONFLICT = 409;

    private StripeFailures() {}

    /** Another call with the same idempotency key, or on the same object, is running. */
    static boolean isInFlight(StripeException failure) {
        return Integer.valueOf(CONFLICT).equals(failure.getStatusCode())
                || "idempotency_key_in_use".equals(failure.getCode());
    }

    /** Whether the provider only repeats an earlier answer for the same key. */
    static boolean isReplayed(StripeException failure) {
        var error = failure.getStripeError();
        var response = error == null ? null : error.getLastResponse();
        return response != null
                && response.headers()
                        .firstValue("Idempotent-Replayed")
                        .filter("true"::equals)
                        .isPresent();
    }

    /** How long the provider asks us to wait. */
    static Duration pause(StripeException failure) {
        return failure instanceof ProviderBusy busy ? busy.pause() : Duration.ZERO;
    }

    /** Whether the provider does not know the object of the call. */
    static boolean isUnknown(StripeException failure) {
        return ProviderReasons.UNKNOWN.equals(failure.getCode());
    }

    static String reason(StripeException failure) {
        if (failure instanceof ApiConnectionException) {
            return failure.getCause() instanceof SocketTimeoutException ? "timeout" : "connection_failed";
        }
        if (failure instanceof CardException declined && declined.getDeclineCode() != null) {
            return declined.getDeclineCode();
        }
        if (failure.getCode() != null) {
            return failure.getCode();
        }
        return failure instanceof InvalidRequestException ? "invalid_request" : "http_" + failure.getStatusCode();
    }

    /** Why the provider declined, in the form that the stored payment shows later. */
    static String reason(StripeError lastError) {
        if (lastError == null) {
            return "payment_method_missing";
        }
        return lastError.getDeclineCode() != null ? lastError.getDeclineCode() : String.valueOf(lastError.getCode());
    }
}
