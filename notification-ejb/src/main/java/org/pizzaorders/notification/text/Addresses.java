package org.pizzaorders.notification.text;

import java.util.Optional;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;

/** The address of a recipient on a channel. */
public final class Addresses {

    private Addresses() {}

    /** Empty if the recipient has no address there. */
    public static Optional<String> of(Recipient recipient, Channel channel) {
        var address = switch (channel) {
            case EMAIL -> recipient.email();
            case SMS -> recipient.phone();
            case PUSH -> recipient.pushToken();
            case WEBHOOK -> recipient.webhookUrl();
        };
        return Optional.ofNullable(address).filter(text -> !text.isBlank());
    }
}
