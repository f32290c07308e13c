package org.pizzaorders.web.notification;

import static org.pizzaorders.web.http.Constraints.ID;
import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.web.http.Constraints;

/**
 * A message that somebody sends by hand. The notification service checks missing fields.
 *
 * @param orderId null if it is not about an order
 * @param recipient null for the customer of the order
 * @param data null for none
 */
record NewNotification(
        @Pattern(regexp = Constraints.UUID, message = ID) String orderId,
        To recipient,
        List<@NotNull(message = NEEDED) Channel> channels,
        String template,
        Map<String, @NotNull(message = NEEDED) Object> data) {

    /** @param language null for that of the request */
    record To(String name, String email, String phone, String pushToken, String webhookUrl, String language) {

        Recipient named(String otherwise) {
            return new Recipient(name, email, phone, pushToken, webhookUrl, language == null ? otherwise : language);
        }
    }

    SendNotification toCommand(String language) {
        return new SendNotification(
                orderId == null ? null : Ids.parse("orderId", orderId),
                recipient == null ? null : recipient.named(language),
                channels == null ? null : new LinkedHashSet<>(channels),
                template,
                data);
    }
}
