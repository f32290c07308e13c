package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class PaymentSettingsTest {

    /** To open, to confirm, and to ask what became of it; or to list refunds, to ask for one, and to list again. */
    private static final int CALLS_OF_ONE_CLAIM = 3;

    private static final Config NOTHING_CONFIGURED = (Config) Proxy.newProxyInstance(
            PaymentSettingsTest.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (self, method, arguments) -> Optional.empty());

    @Test
    void aLeaseOutlastsTheCallsThatItCovers() {
        var settings = PaymentSettings.of(NOTHING_CONFIGURED);

        var call = settings.provider().connectTimeout().plus(settings.provider().readTimeout());
        assertThat(settings.lease()).isGreaterThan(call.multipliedBy(CALLS_OF_ONE_CLAIM));
    }
}
