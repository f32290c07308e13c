package org.pizzaorders.payment.provider.stripe;

import com.stripe.exception.ApiException;
import java.time.Duration;

/**
 * The provider asks us to wait. This exception exists because the client drops the headers of an answer that is not
 * JSON.
 */
final class ProviderBusy extends ApiException {

    private final Duration pause;

    ProviderBusy(int status, Duration pause) {
        super("The provider is busy", null, null, status, null);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
