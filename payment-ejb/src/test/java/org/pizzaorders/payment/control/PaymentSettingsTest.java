package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class PaymentSettingsTest {

    @Test
    void theLeaseFollowsTheTimeOutsAndCoversThreeCalls() {
        var settings = PaymentSettings.of(configured(Map.of(
                "pizza.payment.provider.connect-timeout", Duration.ofSeconds(1),
                "pizza.payment.provider.read-timeout", Duration.ofSeconds(4))));

        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void withNothingConfiguredAPaymentWhoseServerDiedWaitsLessThanAMinute() {
        assertThat(PaymentSettings.of(configured(Map.of())).lease())
                .isBetween(Duration.ofSeconds(36), Duration.ofSeconds(60));
    }

    private static Config configured(Map<String, Object> values) {
        return (Config) Proxy.newProxyInstance(
                PaymentSettingsTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (self, method, arguments) -> Optional.ofNullable(values.get(arguments[0])));
    }
}
