package org.pizzaorders.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/, MENU",
        "/api/v1, MENU",
        "/api/v1/menu/margherita, MENU",
        "/orders/01a20452, MENU",
        "/api/v1/orders, ORDERS",
        "/api/v1/orders/01a20452/cancellation, ORDERS",
        "/api/v1/ordersnotthere, MENU",
        "/api/v1/payments, PAYMENTS",
        "/api/v1/notifications/01a20452, NOTIFICATIONS",
        "/api/v1/notification-templates, NOTIFICATIONS"
    })
    void tellsServicesByThePath(String path, MicroService service) {
        assertThat(Gateway.of(path)).isEqualTo(service);
    }
}
