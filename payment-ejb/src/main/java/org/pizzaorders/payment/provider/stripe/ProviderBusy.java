package org.pizzaorders.payment.provider.stripe;

import com.stripe.exception.ApiException;
import java.time.Duration;

/** The provider asks to be left alone for a while. The client keeps no header of an answer that is not in JSON. */
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
