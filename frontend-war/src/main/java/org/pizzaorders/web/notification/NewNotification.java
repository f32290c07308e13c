package org.pizzaorders.web.notification;

import static org.pizzaorders.web.http.Constraints.ID;
import static org.pizzaorders.web.http.Constraints.LANGUAGE;
import static org.pizzaorders.web.http.Constraints.NEEDED;
import static org.pizzaorders.web.http.Constraints.NOT_BLANK;
import static org.pizzaorders.web.http.Constraints.NOT_EMPTY;
import static org.pizzaorders.web.http.Constraints.TOO_LONG;
import static org.pizzaorders.web.http.Constraints.TOO_MANY;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.web.http.Constraints;

/**
 * A message that somebody sends by hand.
 *
 * @param orderId null if it is about no order
 * @param data null for none
 */
record NewNotification(
        @Pattern(regexp = Constraints.UUID, message = ID) String orderId,
        @NotNull(message = NEEDED) @Valid To recipient,
        @NotEmpty(message = NOT_EMPTY) List<@NotNull(message = NEEDED) Channel> channels,

        @NotBlank(message = NOT_BLANK) @Size(max = 64, message = TOO_LONG)
        String template,

        @Size(max = 50, message = TOO_MANY)
        Map<@NotBlank(message = NOT_BLANK) String, @NotNull(message = NEEDED) Object> data) {

    /** @param language null for that of the request */
    record To(
            @Size(max = 100, message = TOO_LONG) String name,
            @Size(max = 254, message = TOO_LONG) String email,
            @Size(max = 32, message = TOO_LONG) String phone,
            @Size(max = 255, message = TOO_LONG) String pushToken,
            @Size(max = 500, message = TOO_LONG) String webhookUrl,
            @Pattern(regexp = "ru|en", message = LANGUAGE) String language) {

        Recipient named(String otherwise) {
            return new Recipient(name, email, phone, pushToken, webhookUrl, language == null ? otherwise : language);
        }
    }

    SendNotification toCommand(String language) {
        return new SendNotification(
                orderId == null ? null : Ids.parse("orderId", orderId),
                recipient.named(language),
                Set.copyOf(channels),
                template,
                data == null ? Map.of() : data);
    }
}
