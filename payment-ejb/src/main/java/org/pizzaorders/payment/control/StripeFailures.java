package org.pizzaorders.payment.control;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import java.net.SocketTimeoutException;

/** What the client's exceptions say. Their messages are left alone: they may quote the request. */
final class StripeFailures {

    static final String UNREADABLE = "answer_unreadable";

    private static final int CONFLICT = 409;

    private StripeFailures() {}

    /**
     * Whether the provider itself answered, in its own words, that it failed. A broken or missing connection is no such
     * answer, nor is the page of a proxy: the JDK sends a request again by itself when a kept connection breaks, so even
     * a refused connection may follow upon a charge.
     */
    static boolean isAnswered(StripeException failure) {
        return failure.getStripeError() != null
                && !"idempotency_error".equals(failure.getStripeError().getType());
    }

    /** Another call under the same idempotency key is under way. */
    static boolean isInFlight(InvalidRequestException failure) {
        return Integer.valueOf(CONFLICT).equals(failure.getStatusCode())
                || "idempotency_key_in_use".equals(failure.getCode());
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
}
