package org.pizzaorders.notification.channel;

import java.util.Map;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;

/** Deliveries to try channels with. */
final class Dispatches {

    static final UUID ORDER = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11");
    static final UUID DELIVERY = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b12");

    private Dispatches() {}

    static Dispatch mail(String address) {
        return dispatch(Channel.EMAIL, address, "Заказ принят", "Спасибо за заказ!", "<p>Спасибо за <b>заказ</b>!</p>");
    }

    static Dispatch dispatch(Channel channel, String address, String subject, String text, String html) {
        return new Dispatch(
                DELIVERY,
                UUID.randomUUID(),
                ORDER,
                1,
                0,
                channel,
                address,
                subject,
                text,
                html,
                Map.of("reason", "rain"));
    }
}
